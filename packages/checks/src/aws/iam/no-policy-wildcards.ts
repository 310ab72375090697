import type { Answer, Statement, Text } from '../../kit/index.ts';
import {
  allOf,
  anyOf,
  defineCheck,
  endsWithText,
  equalsText,
  hcl,
  includesText,
  policyOfDocument,
  startsWithText,
} from '../../kit/index.ts';
import { hasNoResources } from './actions-without-resources.ts';
import { IDENTITY_POLICIES, identityPoliciesOf } from './identity-policies.ts';

export default defineCheck({
  id: 'aws-iam-no-policy-wildcards',
  since: '1.0.0',
  severity: 'HIGH',
  resource: [...IDENTITY_POLICIES, 'data.aws_iam_policy_document'],

  title: 'IAM policies should name actions and resources without wildcards',
  why: 'Least privilege means naming what is needed. A wildcard grants what nobody thought of as well, including the actions that AWS adds later.',
  harm: 'Whoever holds or steals the identity can do far more than its work needs.',
  remedy:
    'List the actions and the ARNs of the resources that are needed. Actions that IAM cannot limit to resources may keep `"*"`.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
  ],
  alsoKnownAs: {
    tfsec: ['AWS099', 'AWS046'],
    trivy: ['AVD-AWS-0057', 'AWS-0057'],
  },

  messages: {
    action: '`{address}` allows the actions {texts}',
    notAction: '`{address}` allows every action but a few, on resources with a wildcard',
    resource: '`{address}` allows its actions on {texts}',
    principal: '`{address}` allows every principal (`{text}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_policy" "orders" {
          name = "orders"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Effect   = "Allow"
                Action   = ["dynamodb:*"]
                Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
              },
            ]
          })
        }
      `,
      expect: 'action',
    },
    {
      bad: hcl`
        data "aws_iam_policy_document" "orders" {
          statement {
            actions   = ["dynamodb:PutItem"]
            resources = ["*"]
          }
        }

        resource "aws_iam_policy" "orders" {
          name   = "orders"
          policy = data.aws_iam_policy_document.orders.json
        }
      `,
      expect: 'resource',
    },
  ],
  good: () => [
    hcl`
      data "aws_iam_policy_document" "orders" {
        statement {
          actions   = ["dynamodb:GetItem", "dynamodb:PutItem"]
          resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"]
        }
      }

      resource "aws_iam_policy" "orders" {
        name   = "orders"
        policy = data.aws_iam_policy_document.orders.json
      }
    `,
    hcl`
      resource "aws_iam_policy" "audit" {
        name = "audit"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [
            {
              Effect   = "Allow"
              Action   = ["ec2:DescribeInstances", "s3:ListAllMyBuckets"]
              Resource = "*" # neither action can be limited to resources
            },
          ]
        })
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'data.aws_iam_policy_document') {
      // A document may be for a bucket or a key, where wildcards mean less; every action at once is wrong anywhere.
      for (const statement of policyOfDocument(resource).statements) {
        if (statement.owner.address !== resource.address || statement.effect !== 'Allow') continue;
        for (const action of statement.actions.items) {
          if (equalsText(action, '*') !== 'true') continue;
          report.fail({ message: 'action', at: action, values: { texts: '`*`' } });
        }
      }
      return;
    }

    for (const { attribute, policy, isPartly } of identityPoliciesOf(resource)) {
      if (isPartly) report.undetermined({ at: attribute });
      for (const statement of policy.statements) {
        if (statement.effect === 'Allow') judgeStatement(statement);
        else if (statement.effect === 'unknown') report.undetermined({ at: statement });
      }
    }

    function judgeStatement(statement: Statement): void {
      failTogether(
        'action',
        statement.actions.items.filter((action) => includesText(action, '*') === 'true'),
      );
      const needsResources = statement.notActions.isWritten || !statement.actions.items.every(isUnlimited);
      const wide: Text[] = [];
      for (const text of needsResources ? statement.resources.items : []) {
        const isWide = isWideResource(text, statement);
        if (isWide === 'unknown') report.undetermined({ at: text });
        if (isWide === 'true') wide.push(text);
      }
      if (!statement.notActions.isWritten) failTogether('resource', wide);
      else if (wide[0] !== undefined) report.fail({ message: 'notAction', at: wide[0] });
      for (const { type, identifiers } of statement.principals) {
        for (const identifier of type === '*' || type === 'AWS' ? identifiers.items : []) {
          if (includesText(identifier, '*') !== 'true') continue;
          report.fail({ message: 'principal', at: identifier, values: { text: print(identifier) } });
        }
      }
    }

    /** A statement with forty wildcards is one mistake, not forty. */
    function failTogether(message: 'action' | 'resource', texts: readonly Text[]): void {
      const [first, ...rest] = texts;
      if (first === undefined) return;
      const also = rest.map((text) => ({ at: text, text: 'and this' }));
      report.fail({ message, at: first, also, values: { texts: printList(texts) } });
    }
  },
});

/** How many wildcards of a statement a message names. */
const NAMED_TEXTS = 3;

function printList(texts: readonly Text[]): string {
  const printed = [...new Set(texts.map((text) => `\`${print(text)}\``))];
  const named = printed.slice(0, NAMED_TEXTS).join(', ');
  return printed.length > NAMED_TEXTS ? `${named} and ${printed.length - NAMED_TEXTS} more` : named;
}

function isUnlimited(action: Text): boolean {
  return action.text !== undefined && hasNoResources(action.text);
}

/**
 * Whether a resource reaches further than it must. Objects of one bucket, indexes of one table and streams of one log group belong
 * together, so `arn:aws:s3:::invoices/*`, `...:table/orders/index/*` and `...:log-group:orders:*` are as narrow as it gets.
 */
function isWideResource(resource: Text, statement: Statement): Answer {
  const hasWildcard = includesText(resource, '*');
  if (hasWildcard !== 'true') return hasWildcard === 'unknown' ? 'false' : hasWildcard;
  if (equalsText(resource, '*') === 'true') return 'true';
  const stars = resource.pieces.join('').split('*').length - 1;
  if (stars > 1) return 'true';
  const isObjects = allOf([endsWithText(resource, '/*'), isBucket(resource, statement)]);
  if (isObjects !== 'false') return isObjects === 'true' ? 'false' : 'unknown';
  const isStreams = endsWithText(resource, ':*') === 'true' && isLogGroup(resource, statement);
  const isIndexes = endsWithText(resource, '/index/*') === 'true';
  return isStreams || isIndexes ? 'false' : 'true';
}

function isBucket(resource: Text, statement: Statement): Answer {
  const isArn = startsWithText(resource, 'arn:aws:s3');
  if (isArn !== 'unknown') return isArn;
  if (resource.waitsFor.some((origin) => origin.subject.address.includes('aws_s3_'))) return 'true';
  const isForBuckets = statement.actions.items.map((action) => startsWithText(action, 's3:'));
  if (isForBuckets.length === 0) return 'unknown';
  const isAll = allOf(isForBuckets);
  // Objects may stand beside what the other actions of a statement are for.
  return isAll === 'false' && anyOf(isForBuckets) !== 'false' ? 'unknown' : isAll;
}

function isLogGroup(resource: Text, statement: Statement): boolean {
  if (includesText(resource, ':log-group:') === 'true') return true;
  const actions = statement.actions.items;
  return resource.text === undefined && actions.every((action) => startsWithText(action, 'logs:') === 'true');
}

function print(text: Text): string {
  return text.pieces.map((piece) => piece ?? '...').join('');
}
