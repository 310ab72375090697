import type { Text } from '../../kit/index.ts';
import { anyOf, defineCheck, equalsText, hcl, policyOf } from '../../kit/index.ts';

/** Actions that allow everything that can be done to a queue. */
const EVERY_ACTION: readonly string[] = ['*', 'sqs:*'];

export default defineCheck({
  id: 'aws-sqs-no-wildcards-in-policy-documents',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_sqs_queue_policy', 'aws_sqs_queue'],

  title: 'Policies of SQS queues should not allow every action',
  why: 'The policy of a queue lets other accounts and services use it. They need to send or to receive; with every action they can also empty, change or delete the queue, and write its policy.',
  harm: 'Others read, delete or change more than was meant.',
  remedy: 'List the actions that are needed, such as `sqs:SendMessage`.',
  links: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS047'],
    trivy: ['AVD-AWS-0097', 'AWS-0097'],
    checkov: ['CKV_AWS_72'],
  },

  messages: {
    wildcard: '`{address}` allows every action on the queue (`{action}`)',
    notAction: '`{address}` allows every action on the queue but a few',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_sqs_queue_policy" "orders" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Effect    = "Allow"
                Principal = { Service = "sns.amazonaws.com" }
                Action    = "sqs:*"
                Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
              },
            ]
          })
        }
      `,
      expect: 'wildcard',
    },
  ],
  good: () => [
    hcl`
      data "aws_iam_policy_document" "orders" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["arn:aws:sqs:eu-west-1:111122223333:orders"]

          principals {
            type        = "Service"
            identifiers = ["sns.amazonaws.com"]
          }
        }
      }

      resource "aws_sqs_queue_policy" "orders" {
        queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
        policy    = data.aws_iam_policy_document.orders.json
      }
    `,
  ],

  // A wildcard in a part of an action (`sqs:Delete*`) is somebody's choice. No fix: which actions are needed is not for us to say.
  evaluate(resource, report) {
    const attribute = resource.attribute('policy');
    const { state, statements } = policyOf(attribute);
    if (state === 'unknown' || state === 'partly') report.undetermined({ at: attribute });
    for (const statement of statements) {
      const { effect, actions, notActions } = statement;
      if (effect === 'Deny') continue;
      for (const action of actions.items) {
        const isEverything = allowsEverything(action);
        if (isEverything === 'true' && effect === 'Allow') {
          report.fail({ message: 'wildcard', at: action, values: { action: action.text ?? '*' } });
        } else if (isEverything !== 'false') {
          report.undetermined({ at: action });
        }
      }
      if (notActions.isWritten && effect === 'Allow') {
        report.fail({ message: 'notAction', at: notActions.items[0] ?? statement });
      }
    }
  },
});

/** A part that is not known (`sqs:${var.action}`) may be a wildcard. */
function allowsEverything(action: Text): 'true' | 'false' | 'unknown' {
  return anyOf(EVERY_ACTION.map((everything) => equalsText(action, everything, true)));
}
