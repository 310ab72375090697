import { defineCheck, hcl } from '../../kit/index.ts';
import { hasAccessLogging } from '../s3/bucket-logging.ts';
import { bucketOfTrail } from './trail-bucket.ts';

export default defineCheck({
  id: 'aws-cloudtrail-require-bucket-access-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_cloudtrail',

  title: 'The bucket of a trail should log access to it',
  why: 'The access logs of the bucket that stores a trail show who read its files and who removed them. They belong in another bucket. The check looks at the bucket of each trail, where it is part of the configuration.',
  harm: 'Whoever reads or removes the audit logs leaves no trace.',
  remedy: 'Add an `aws_s3_bucket_logging` for the bucket with another bucket as its target.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_logging',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0163', 'AWS-0163'],
  },

  messages: {
    missing: '`{address}` stores a trail and does not log access to it',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "audit" {
          bucket = "audit-trail"
        }

        resource "aws_cloudtrail" "audit" {
          name           = "audit"
          s3_bucket_name = aws_s3_bucket.audit.id
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "audit" {
        bucket = "audit-trail"
      }

      resource "aws_s3_bucket_logging" "audit" {
        bucket        = aws_s3_bucket.audit.id
        target_bucket = "access-logs"
        target_prefix = "audit-trail/"
      }

      resource "aws_cloudtrail" "audit" {
        name           = "audit"
        s3_bucket_name = aws_s3_bucket.audit.id
      }
    `,
  ],

  evaluate(trail, report) {
    const name = trail.attribute('s3_bucket_name');
    const { answer, found } = bucketOfTrail(trail);
    if (answer === 'unknown') report.undetermined({ at: name });
    for (const bucket of found) {
      const isLogged = hasAccessLogging(bucket);
      if (isLogged === 'unknown') report.undetermined({ at: bucket });
      const also = [{ at: name, text: 'the trail writes to this bucket' }];
      if (isLogged === 'false') report.fail({ message: 'missing', at: bucket, also });
    }
  },
});
