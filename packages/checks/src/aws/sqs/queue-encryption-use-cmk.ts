import { defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';

export default defineCheck({
  id: 'aws-sqs-queue-encryption-use-cmk',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_sqs_queue',

  title: 'SQS queues should be encrypted with a key of your own, not with that of AWS',
  why: 'The key that AWS manages, `alias/aws/sqs`, has a policy that nobody can change. It does not admit other accounts or AWS services, and access to messages cannot be withdrawn through it.',
  harm: 'Nobody can restrict or trace who decrypts messages, nor withdraw the key in an emergency.',
  remedy: 'Make a KMS key whose policy admits those who send and receive, and name it as `kms_master_key_id`.',
  links: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue#kms_master_key_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0135', 'AWS-0135'],
    checkov: ['CKV2_AWS_73'],
  },

  messages: {
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_sqs_queue" "orders" {
          name              = "orders"
          kms_master_key_id = "alias/aws/sqs"
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

      resource "aws_sqs_queue" "orders" {
        name              = "orders"
        kms_master_key_id = aws_kms_key.orders.arn
      }
    `,
  ],

  // Without any key: aws-sqs-enable-queue-encryption.
  evaluate(resource, report) {
    const key = resource.attribute('kms_master_key_id');
    const isManaged = isAwsManagedKey(key, 'sqs');
    if (isManaged === 'true') report.fail({ message: 'managed', at: key });
    else if (isManaged === 'unknown' || key.isSet() === 'unknown') report.undetermined({ at: key });
  },
});
