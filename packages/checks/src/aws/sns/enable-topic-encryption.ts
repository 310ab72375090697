import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-sns-enable-topic-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_sns_topic',

  title: 'SNS topics should be encrypted',
  why: 'SNS keeps messages until they are delivered, and encrypts them only when the topic names a KMS key. Unlike S3 and SQS it has no encryption of its own.',
  harm: 'Whoever reaches the storage of SNS reads messages in clear.',
  remedy:
    'Set `kms_master_key_id`, best to a key of your own: other AWS services cannot publish to a topic with the key `alias/aws/sns`.',
  links: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic#kms_master_key_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS016'],
    trivy: ['AVD-AWS-0095', 'AWS-0095'],
    checkov: ['CKV_AWS_26'],
  },

  messages: {
    missing: '`{address}` names no `kms_master_key_id`, so its messages are not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_sns_topic" "orders" {
          name = "orders"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_sns_topic" "orders" {
          name              = "orders"
          kms_master_key_id = "alias/aws/sns"
        }
      `,
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

  // Whose key it is is for aws-sns-topic-encryption-use-cmk to judge.
  evaluate(topic, report) {
    const key = topic.attribute('kms_master_key_id');
    const isSet = key.isSet();
    if (isSet === 'unknown') report.undetermined({ at: key });
    if (isSet !== 'false') return;
    const fix = edit.setAttribute(topic, 'kms_master_key_id', '"alias/aws/sns"');
    const caution = 'other AWS services cannot publish to a topic with the key that AWS manages';
    report.fail({ message: 'missing', at: key, fix: edit.withCaution(fix, caution) });
  },
});
