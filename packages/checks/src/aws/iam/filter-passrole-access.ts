import type { Answer, Text } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';
import { IDENTITY_POLICIES, identityPoliciesOf } from './identity-policies.ts';
import { hasConditionOn, hasWildcard, isDenied, scopeOfAction } from './statement-scope.ts';

const PASS_ROLE = 'iam:PassRole';

/** Conditions that say to whom a role may be handed. */
const LIMITS = ['iam:passedtoservice', 'iam:associatedresourcearn'];

export default defineCheck({
  id: 'aws-iam-filter-passrole-access',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: IDENTITY_POLICIES,

  title: 'IAM policies should limit which roles can be passed to which service',
  why: 'With `iam:PassRole` an identity hands a role to a service, which then acts with the rights of that role. Without a limit on the roles or the service, an identity with few rights can start a machine or a function with many. Passing a named role is ordinary and not reported.',
  harm: 'A weak identity gains the rights of the strongest role in the account.',
  remedy:
    'Name the roles in the statement, or say with a condition on `iam:PassedToService` which service may get them.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0342', 'AWS-0342'],
  },

  messages: {
    anyRole: '`{address}` allows passing any role of `{text}` to any service',
    mostRoles: '`{address}` allows passing every role but a few to any service',
  },

  examples: () => [
    {
      bad: hcl`
        data "aws_iam_policy_document" "deploy" {
          statement {
            actions   = ["iam:PassRole"]
            resources = ["*"]
          }
        }

        resource "aws_iam_policy" "deploy" {
          name   = "deploy"
          policy = data.aws_iam_policy_document.deploy.json
        }
      `,
      expect: 'anyRole',
    },
  ],
  good: () => [
    hcl`
      data "aws_iam_policy_document" "deploy" {
        statement {
          actions   = ["iam:PassRole"]
          resources = ["arn:aws:iam::111122223333:role/orders-*"]

          condition {
            test     = "StringEquals"
            variable = "iam:PassedToService"
            values   = ["ecs-tasks.amazonaws.com"]
          }
        }
      }

      resource "aws_iam_policy" "deploy" {
        name   = "deploy"
        policy = data.aws_iam_policy_document.deploy.json
      }
    `,
    hcl`
      resource "aws_iam_policy" "deploy" {
        name = "deploy"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "iam:PassRole"
            Resource = "arn:aws:iam::111122223333:role/orders"
          }]
        })
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { attribute, policy, isPartly } of identityPoliciesOf(resource)) {
      if (isPartly) report.undetermined({ at: attribute });
      // Whoever denies it in the same policy has thought about it.
      if (isDenied(policy, PASS_ROLE)) continue;
      for (const statement of policy.statements) {
        const passes = scopeOfAction(statement, PASS_ROLE).answer;
        if (passes === 'false' || statement.effect === 'Deny' || hasConditionOn(statement, LIMITS)) continue;
        const isCertain = passes === 'true' && statement.effect === 'Allow' && !statement.isPartlyUnknown;
        const [excepted] = statement.notResources.items;
        if (excepted !== undefined) {
          if (isCertain) report.fail({ message: 'mostRoles', at: excepted });
          else report.undetermined({ at: excepted });
        }
        for (const text of statement.resources.items) {
          const isWide = standsForRoles(text);
          const shown = text.pieces.map((piece) => piece ?? '...').join('');
          if (isWide === 'true' && isCertain) report.fail({ message: 'anyRole', at: text, values: { text: shown } });
          else if (isWide !== 'false') report.undetermined({ at: text });
        }
      }
    }
  },
});

/** A star in the name stands for many roles; one for the account does not, since roles cannot be passed across accounts. */
function standsForRoles(text: Text): Answer {
  const parts = text.pieces
    .map((piece) => piece ?? '')
    .join('')
    .split(':');
  const isNamed = parts[0] === 'arn' && parts.length >= 6 && !parts.slice(5).join(':').includes('*');
  return isNamed ? 'false' : hasWildcard(text);
}
