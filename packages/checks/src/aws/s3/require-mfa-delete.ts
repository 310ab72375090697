import type { Answer, Truth } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';
import { companionsOf } from './bucket-companions.ts';

const COMPANION = 'aws_s3_bucket_versioning';

export default defineCheck({
  id: 'aws-s3-require-mfa-delete',
  since: '1.0.0',
  severity: 'LOW',
  status: 'preview',
  reason:
    'Only the root user can switch MFA delete on, with a token at hand, and it excludes lifecycle rules; few estates can follow. It belongs to the CIS benchmark.',
  resource: ['aws_s3_bucket', COMPANION],

  title: 'S3 buckets should ask for a second factor before versions are deleted',
  why: 'With MFA delete, S3 removes a version, or stops versioning, only for the root user with a token. Keys alone are then not enough to destroy data.',
  harm: 'Whoever steals the right keys can delete objects with all their versions.',
  remedy: 'Set `mfa_delete` to `Enabled` in the `versioning_configuration` of the bucket.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0170', 'AWS-0170'],
  },

  messages: {
    missing: '`{address}` has no versioning, so no second factor protects its objects',
    disabled: '`{address}` lets versions be deleted without a second factor',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket_versioning" "invoices" {
          bucket = "invoices"

          versioning_configuration {
            status = "Enabled"
          }
        }
      `,
      expect: 'disabled',
    },
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
      }

      resource "aws_s3_bucket_versioning" "invoices" {
        bucket = aws_s3_bucket.invoices.id
        mfa    = "arn:aws:iam::111122223333:mfa/root-account-mfa-device 123456"

        versioning_configuration {
          status     = "Enabled"
          mfa_delete = "Enabled"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    const isBucket = resource.type === 'aws_s3_bucket';
    const companions: Answer = isBucket ? companionsOf(resource, COMPANION).answer : 'false';
    if (companions === 'true') return;
    if (isBucket && resource.mayHaveBlock('versioning') === 'false') {
      if (companions === 'unknown') report.undetermined({ at: resource });
      else report.fail({ message: 'missing', at: resource });
      return;
    }
    const flag = resource.attribute(isBucket ? 'versioning.mfa_delete' : 'versioning_configuration.mfa_delete');
    const truth: Truth = isBucket ? flag.truth() : flag.equals('Enabled', true);
    if (truth === 'true') return;
    if (truth === 'unknown' || companions === 'unknown') report.undetermined({ at: flag });
    else report.fail({ message: 'disabled', at: flag });
  },
});
