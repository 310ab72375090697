import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-sqs-enable-queue-encryption',
  since: '1.0.0',
  // HIGH in tfsec. Since 2022 SQS encrypts new queues by itself unless told not to, so most findings are of queues that do not say so.
  severity: 'MEDIUM',
  resource: 'aws_sqs_queue',

  title: 'SQS queues should state their encryption and not switch it off',
  why: 'SQS keeps messages until they are read. It encrypts new queues with its own keys today, but not queues that were made before, nor those that switch it off. Stating the encryption keeps the choice in code, where reviews and audits see it.',
  harm: 'Whoever reaches the storage of SQS reads messages in clear.',
  remedy: 'Set `sqs_managed_sse_enabled = true`, or `kms_master_key_id` to a key of your own.',
  links: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue#server-side-encryption-sse',
  ],
  alsoKnownAs: {
    tfsec: ['AWS015'],
    trivy: ['AVD-AWS-0096', 'AWS-0096'],
    checkov: ['CKV_AWS_27'],
  },

  messages: {
    missing: '`{address}` states no encryption',
    disabled: '`{address}` switches encryption off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_sqs_queue" "orders" {
          name                    = "orders"
          sqs_managed_sse_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_sqs_queue" "orders" {
          name                    = "orders"
          sqs_managed_sse_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_sqs_queue" "orders" {
          name = "orders"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_sqs_queue" "orders" {
          name                    = "orders"
          sqs_managed_sse_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_sqs_queue" "orders" {
        name                    = "orders"
        sqs_managed_sse_enabled = true
      }
    `,
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

  evaluate(queue, report) {
    const key = queue.attribute('kms_master_key_id');
    const hasKey = key.isSet();
    const managed = queue.attribute('sqs_managed_sse_enabled');
    const isManaged = managed.truth();
    if (hasKey === 'true' || isManaged === 'true') return;
    if (hasKey === 'unknown') report.undetermined({ at: key });
    else if (isManaged === 'unknown') report.undetermined({ at: managed });
    else {
      // The two arguments exclude each other, so that a key that is null or empty has to go.
      const fix = key.isWritten ? undefined : edit.setAttribute(queue, 'sqs_managed_sse_enabled', 'true');
      report.fail({ message: isManaged === 'false' ? 'disabled' : 'missing', at: managed, fix });
    }
  },
});
