import type { AttributeView, ResourceView, Statement, Text } from '../../kit/index.ts';
import { anyOf, defineCheck, equalsText, hcl } from '../../kit/index.ts';
import { IDENTITY_POLICIES, identityPoliciesOf } from './identity-policies.ts';
import { isNamedBucket } from './named-bucket.ts';
import { isDenied } from './statement-scope.ts';

const ATTACHMENTS = [
  'aws_iam_policy_attachment',
  'aws_iam_group_policy_attachment',
  'aws_iam_role_policy_attachment',
  'aws_iam_user_policy_attachment',
] as const;

/** The policy of AWS that allows everything, in any partition. */
const FULL_ACCESS = /^arn:aws[a-z-]*:iam::aws:policy\/AmazonS3FullAccess$/;

export default defineCheck({
  id: 'aws-iam-no-s3-full-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: [...IDENTITY_POLICIES, ...ATTACHMENTS],

  title: 'IAM policies should not allow every action of S3',
  why: 'All actions of S3 include deleting buckets, opening them to others and switching their protection off. Programs need a few actions on a few buckets. A statement for buckets that it names is left to the check of wildcards.',
  harm: 'Whoever holds or steals the identity can read, change, publish or delete every bucket.',
  remedy: 'List the actions that are needed and the ARNs of the buckets.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0345', 'AWS-0345'],
  },

  messages: {
    everything: '`{address}` allows every action of S3 (`{text}`) on buckets it does not name',
    managed: '`{address}` attaches `AmazonS3FullAccess`, which allows every action on every bucket',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_policy" "orders" {
          name = "orders"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:*"
              Resource = "*"
            }]
          })
        }
      `,
      expect: 'everything',
    },
    {
      bad: hcl`
        resource "aws_iam_role_policy_attachment" "orders" {
          role       = "orders"
          policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
        }
      `,
      expect: 'managed',
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_policy" "orders" {
        name = "orders"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = ["s3:GetObject", "s3:PutObject"]
            Resource = "arn:aws:s3:::orders/*"
          }]
        })
      }
    `,
  ],

  evaluate(resource, report) {
    for (const arn of attachedArns(resource)) {
      const isFull = isFullAccess(arn);
      if (isFull === 'true') report.fail({ message: 'managed', at: arn });
      // A reference to a policy is set, whatever it will be; that policy is judged where it stands.
      else if (isFull === 'unknown' && arn.isSet() === 'unknown') report.undetermined({ at: arn });
    }
    if (resource.type.endsWith('_attachment')) return;

    for (const { attribute, policy, isPartly } of identityPoliciesOf(resource)) {
      if (isPartly) report.undetermined({ at: attribute });
      if (isDenied(policy, 's3:*')) continue;
      for (const statement of policy.statements) {
        const action = statement.effect === 'Deny' ? undefined : statement.actions.items.find(isEverything);
        if (action === undefined) continue;
        const isWide = reachesAnyBucket(statement);
        if (isWide === 'false') continue;
        if (isWide === 'unknown' || statement.effect === 'unknown') report.undetermined({ at: action });
        else report.fail({ message: 'everything', at: action, values: { text: action.text ?? '' } });
      }
    }
  },
});

function attachedArns(resource: ResourceView): readonly AttributeView[] {
  if (resource.type.endsWith('_attachment')) return [resource.attribute('policy_arn')];
  return resource.type === 'aws_iam_role' ? resource.attribute('managed_policy_arns').items() : [];
}

function isFullAccess(arn: AttributeView): 'true' | 'false' | 'unknown' {
  const byName = arn
    .refersTo('data.aws_iam_policy')
    .found.flatMap((data) => [
      data.attribute('name').equals('AmazonS3FullAccess'),
      data.attribute('arn').matches((text) => FULL_ACCESS.test(text)),
    ]);
  return anyOf([arn.matches((text) => FULL_ACCESS.test(text)), ...byName]);
}

function isEverything(action: Text): boolean {
  return equalsText(action, 's3:*', true) === 'true' || equalsText(action, '*') === 'true';
}

function reachesAnyBucket(statement: Statement): 'true' | 'false' | 'unknown' {
  if (statement.notResources.isWritten) return 'true';
  const answers = statement.resources.items.map(isNamedBucket);
  if (answers.includes('false')) return 'true';
  // A list that is not known as a whole is among the items.
  const hasMore = statement.resources.hasMore && statement.resources.items.every((text) => text.text !== undefined);
  return answers.includes('unknown') || hasMore ? 'unknown' : 'false';
}
