import type { Statement } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, equalsText, hcl } from '../../kit/index.ts';
import { IDENTITY_POLICIES, identityPoliciesOf } from './identity-policies.ts';
import { isEveryBucket } from './named-bucket.ts';

/** Together they copy any object from one bucket to another. Broader patterns are for the check of every action of S3. */
const READING_AND_WRITING = ['s3:Get*', 's3:Put*'];

export default defineCheck({
  id: 'aws-iam-unauthorized-bucket-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: IDENTITY_POLICIES,

  title: 'IAM policies should not allow reading and writing every bucket',
  why: 'A statement with `s3:Get*` and `s3:Put*` on every bucket lets a program take data from any bucket and put it into any other, also into one of a stranger.',
  harm: 'Sensitive buckets are read or overwritten by programs that have no business with them.',
  remedy: 'Name the buckets in the statement, and only the actions that are needed.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0346', 'AWS-0346'],
  },

  messages: {
    everyBucket: '`{address}` allows reading and writing the objects of every bucket',
  },

  examples: () => [
    {
      bad: hcl`
        data "aws_iam_policy_document" "copy" {
          statement {
            actions   = ["s3:Get*", "s3:Put*"]
            resources = ["*"]
          }
        }

        resource "aws_iam_policy" "copy" {
          name   = "copy"
          policy = data.aws_iam_policy_document.copy.json
        }
      `,
      expect: 'everyBucket',
    },
  ],
  good: () => [
    hcl`
      data "aws_iam_policy_document" "copy" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["arn:aws:s3:::orders/*"]
        }

        statement {
          actions   = ["s3:PutObject"]
          resources = ["arn:aws:s3:::archive/*"]
        }
      }

      resource "aws_iam_policy" "copy" {
        name   = "copy"
        policy = data.aws_iam_policy_document.copy.json
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { attribute, policy, isPartly } of identityPoliciesOf(resource)) {
      if (isPartly) report.undetermined({ at: attribute });
      for (const statement of policy.statements) {
        const readsAndWrites = allOf(READING_AND_WRITING.map((action) => names(statement, action)));
        if (statement.effect === 'Deny' || readsAndWrites === 'false') continue;
        const isCertain = readsAndWrites === 'true' && statement.effect === 'Allow';
        for (const text of statement.resources.items) {
          const isWide = isEveryBucket(text);
          if (isWide === 'true' && isCertain) report.fail({ message: 'everyBucket', at: text });
          else if (isWide !== 'false') report.undetermined({ at: text });
        }
      }
    }
  },
});

function names(statement: Statement, action: string): 'true' | 'false' | 'unknown' {
  const { items, hasMore } = statement.actions;
  return anyOf([...items.map((item) => equalsText(item, action, true)), hasMore ? 'unknown' : 'false']);
}
