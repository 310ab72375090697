import { defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';

export default defineCheck({
  id: 'aws-sns-topic-encryption-use-cmk',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_sns_topic',

  title: 'SNS topics should be encrypted with a key of your own, not with that of AWS',
  why: 'The key that AWS manages, `alias/aws/sns`, has a policy that nobody can change. It does not admit other AWS services, so that they cannot publish to the topic, and access to messages cannot be withdrawn through it.',
  harm: 'Nobody can restrict or trace who decrypts messages, nor withdraw the key in an emergency.',
  remedy: 'Make a KMS key whose policy admits those who send and receive, and name it as `kms_master_key_id`.',
  links: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic#kms_master_key_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0136', 'AWS-0136'],
  },

  messages: {
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_sns_topic" "orders" {
          name              = "orders"
          kms_master_key_id = "alias/aws/sns"
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

      resource "aws_sns_topic" "orders" {
        name              = "orders"
        kms_master_key_id = aws_kms_key.orders.arn
      }
    `,
  ],

  // Without any key: aws-sns-enable-topic-encryption.
  evaluate(resource, report) {
    const key = resource.attribute('kms_master_key_id');
    const isManaged = isAwsManagedKey(key, 'sns');
    if (isManaged === 'true') report.fail({ message: 'managed', at: key });
    else if (isManaged === 'unknown' || key.isSet() === 'unknown') report.undetermined({ at: key });
  },
});
