import type { Answer, AttributeView, Policy, Related, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl, policyOf } from '../../kit/index.ts';

const MFA_KEY = 'aws:multifactorauthpresent';

export default defineCheck({
  id: 'aws-iam-enforce-group-mfa',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_group',

  title: 'IAM groups should ask their members for a second factor',
  why: 'The members of a group get what its policies allow. A policy that denies everything, or the sensitive part, unless `aws:MultiFactorAuthPresent` is true makes a stolen password or key worth little.',
  harm: 'A stolen password is enough to use everything that the group may do.',
  remedy: 'Attach a policy to the group that denies actions when `aws:MultiFactorAuthPresent` is not true.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group_policy',
    'https://registry.terraform.io/modules/terraform-module/enforce-mfa/aws/latest',
  ],
  alsoKnownAs: {
    tfsec: ['aws-iam-enforce-mfa'],
    trivy: ['AVD-AWS-0123', 'AWS-0123'],
  },

  messages: {
    missing: '`{address}` has no policy that asks for a second factor',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_group" "support" {
          name = "support"
        }

        resource "aws_iam_group_policy" "support" {
          group = aws_iam_group.support.name
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:GetObject"
              Resource = "arn:aws:s3:::orders/*"
            }]
          })
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_group" "support" {
        name = "support"
      }

      resource "aws_iam_group_policy" "second_factor" {
        group  = aws_iam_group.support.name
        policy = data.aws_iam_policy_document.second_factor.json
      }

      data "aws_iam_policy_document" "second_factor" {
        statement {
          effect      = "Deny"
          not_actions = ["iam:ListMFADevices", "iam:EnableMFADevice", "sts:GetSessionToken"]
          resources   = ["*"]

          condition {
            test     = "BoolIfExists"
            variable = "aws:MultiFactorAuthPresent"
            values   = ["false"]
          }
        }
      }
    `,
  ],

  evaluate(group, report) {
    const asks = anyOf([
      ask(group.relatedTo('aws_iam_group_policy', 'group'), (inline) =>
        asksForMfa(policyOf(inline.attribute('policy'))),
      ),
      ask(group.relatedTo('aws_iam_group_policy_attachment', 'group'), (one) => attached(one.attribute('policy_arn'))),
      ask(group.relatedTo('aws_iam_policy_attachment', 'groups'), (many) => attached(many.attribute('policy_arn'))),
      ask(group.relatedTo('aws_iam_group_policy_attachments_exclusive', 'group_name'), (list) =>
        attachedList(list.attribute('policy_arns')),
      ),
    ]);
    if (asks === 'unknown') report.undetermined({ at: group });
    if (asks === 'false') report.fail({ message: 'missing', at: group });
  },
});

/** Asks the resources of a relation; those that may belong to another group make it unknown. */
function ask({ found, undecided }: Related, question: (resource: ResourceView) => Answer): Answer {
  return anyOf([...found.map(question), undecided.length > 0 ? 'unknown' : 'false']);
}

function attachedList(arns: AttributeView): Answer {
  return anyOf([...arns.items().map(attached), arns.state === 'unknown' ? 'unknown' : 'false']);
}

/** The statements of policies that are elsewhere, such as those of AWS, are not known. */
function attached(arn: AttributeView): Answer {
  const policy = arn.refersTo('aws_iam_policy').found[0];
  return policy === undefined ? 'unknown' : asksForMfa(policyOf(policy.attribute('policy')));
}

/** Which way a condition on the second factor works is not judged: its author has thought of it. */
function asksForMfa(policy: Policy): Answer {
  const hasKey = policy.statements.some((statement) =>
    statement.conditions.some((condition) => condition.key.toLowerCase() === MFA_KEY),
  );
  if (hasKey) return 'true';
  const isPartly = policy.state === 'unknown' || policy.state === 'partly';
  return isPartly || policy.statements.some((statement) => statement.isPartlyUnknown) ? 'unknown' : 'false';
}
