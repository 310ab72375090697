import { defineCheck, hcl } from '../../kit/index.ts';
import { hasAccessLogging } from './bucket-logging.ts';
import { isLogBucket } from './log-bucket.ts';

export default defineCheck({
  id: 'aws-s3-enable-bucket-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_s3_bucket',

  title: 'S3 buckets should log access to them',
  why: 'Server access logs record who asked for which object and what the answer was. S3 writes none unless it is told where to. Buckets that receive such logs need none themselves.',
  harm: 'After a leak nobody can tell what was read or changed, and by whom.',
  remedy: 'Add an `aws_s3_bucket_logging` for the bucket that names a log bucket as its target.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_logging',
  ],
  alsoKnownAs: {
    tfsec: ['AWS002', 'aws-s3-enable-logging'],
    trivy: ['AVD-AWS-0089', 'AWS-0089'],
    checkov: ['CKV_AWS_18'],
  },
  providerFacts: [
    {
      version: 'aws 3',
      fact: 'Logging is written as a `logging` block of the bucket; deprecated since 4.0 and still read.',
    },
  ],

  messages: {
    missing: '`{address}` does not log access to its objects',
  },

  examples: () => [
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

      resource "aws_s3_bucket" "access_logs" {
        bucket = "access-logs"
      }

      resource "aws_s3_bucket_logging" "invoices" {
        bucket        = aws_s3_bucket.invoices.id
        target_bucket = aws_s3_bucket.access_logs.id
        target_prefix = "invoices/"
      }
    `,
  ],

  evaluate(bucket, report) {
    const isLogged = hasAccessLogging(bucket);
    if (isLogged === 'true') return;
    const isTarget = isLogBucket(bucket);
    if (isTarget === 'true') return;
    if (isLogged === 'unknown' || isTarget === 'unknown') report.undetermined({ at: bucket });
    else report.fail({ message: 'missing', at: bucket });
  },
});
