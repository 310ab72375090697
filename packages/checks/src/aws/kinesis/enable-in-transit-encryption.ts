import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';
import { requireCustomerKey } from '../customer-key.ts';

const judgeKey = requireCustomerKey('kms_key_id', 'kinesis');

export default defineCheck({
  id: 'aws-kinesis-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_kinesis_stream',

  title: 'Kinesis streams should be encrypted with a key of your own',
  why: 'Whatever the name of this check says, it is about records that a stream keeps. They are encrypted only when asked for. With a key of your own you also decide who may decrypt them.',
  harm: 'Whoever reaches the storage of the stream reads its records.',
  remedy: 'Set `encryption_type = "KMS"`, and `kms_key_id` to a key of your own.',
  links: [
    'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream#encryption_type',
  ],
  alsoKnownAs: {
    tfsec: ['AWS024'],
    trivy: ['AVD-AWS-0064', 'AWS-0064'],
    checkov: ['CKV_AWS_43', 'CKV_AWS_185'],
  },

  messages: {
    missing: '`{address}` names no `encryption_type`, so its records are not encrypted',
    value: '`{address}` has the encryption type `{value}`, so its records are not encrypted',
    keyless: '`{address}` names no `kms_key_id`',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_kinesis_stream" "orders" {
          name        = "orders"
          shard_count = 1
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_kms_key" "orders" {
          enable_key_rotation = true
        }

        resource "aws_kinesis_stream" "orders" {
          name            = "orders"
          shard_count     = 1
          encryption_type = "NONE"
          kms_key_id      = aws_kms_key.orders.arn
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_kms_key" "orders" {
          enable_key_rotation = true
        }

        resource "aws_kinesis_stream" "orders" {
          name            = "orders"
          shard_count     = 1
          encryption_type = "KMS"
          kms_key_id      = aws_kms_key.orders.arn
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_kinesis_stream" "orders" {
          name            = "orders"
          shard_count     = 1
          encryption_type = "KMS"
        }
      `,
      expect: 'keyless',
    },
    {
      bad: hcl`
        resource "aws_kinesis_stream" "orders" {
          name            = "orders"
          shard_count     = 1
          encryption_type = "KMS"
          kms_key_id      = "alias/aws/kinesis"
        }
      `,
      expect: 'managed',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_kinesis_stream" "orders" {
        name            = "orders"
        shard_count     = 1
        encryption_type = "KMS"
        kms_key_id      = aws_kms_key.orders.arn
      }
    `,
  ],

  evaluate(stream, report) {
    const encryption = stream.attribute('encryption_type');
    const key = stream.attribute('kms_key_id');
    const isKms = encryption.equals('KMS', true);
    if (isKms === 'absent' || isKms === 'false') {
      // Only a key that is already there makes the fix complete.
      const hasOwnKey = key.isSet() === 'true' && isAwsManagedKey(key, 'kinesis') === 'false';
      const fix = hasOwnKey ? edit.setAttribute(stream, 'encryption_type', '"KMS"') : undefined;
      report.fail({ message: isKms === 'absent' ? 'missing' : 'value', at: encryption, fix });
    } else if (isKms === 'unknown' && key.isSet() === 'true' && isAwsManagedKey(key, 'kinesis') === 'false') {
      report.undetermined({ at: encryption });
    } else {
      // Without a key of one's own it is wrong whatever the type turns out to be.
      judgeKey(stream, report);
    }
  },
});
