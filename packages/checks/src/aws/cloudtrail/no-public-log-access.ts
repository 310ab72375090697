import { defineCheck, hcl } from '../../kit/index.ts';
import { companionsOf } from '../s3/bucket-companions.ts';
import { isShielded, makePrivate, publicGrantsOf } from '../s3/public-acl.ts';
import { bucketOfTrail } from './trail-bucket.ts';

export default defineCheck({
  id: 'aws-cloudtrail-no-public-log-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_cloudtrail',

  title: 'The bucket of a trail should not be public',
  why: 'The logs of a trail tell which users, roles and resources there are, from where they are used and what goes wrong. A public access control list on the bucket that stores them gives all of it away. The check looks at the bucket of each trail, where it is part of the configuration.',
  harm: 'Everyone can read who works in the account and where it is weak.',
  remedy: 'Make the bucket private and give it an `aws_s3_bucket_public_access_block` with all four switches on.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0161', 'AWS-0161'],
  },

  messages: {
    public: '`{address}` opens the bucket of a trail to everyone (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "audit" {
          bucket = "audit-trail"
        }

        resource "aws_s3_bucket_acl" "audit" {
          bucket = aws_s3_bucket.audit.id
          acl    = "public-read"
        }

        resource "aws_cloudtrail" "audit" {
          name           = "audit"
          s3_bucket_name = aws_s3_bucket.audit.id
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "aws_s3_bucket" "audit" {
          bucket = "audit-trail"
        }

        resource "aws_s3_bucket_acl" "audit" {
          bucket = aws_s3_bucket.audit.id
          acl    = "private"
        }

        resource "aws_cloudtrail" "audit" {
          name           = "audit"
          s3_bucket_name = aws_s3_bucket.audit.id
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "audit" {
        bucket = "audit-trail"
      }

      resource "aws_s3_bucket_public_access_block" "audit" {
        bucket = aws_s3_bucket.audit.id

        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
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
      const acls = [bucket, ...companionsOf(bucket, 'aws_s3_bucket_acl').found];
      const grants = acls.flatMap(publicGrantsOf);
      const shielded = grants.length === 0 ? 'true' : isShielded(bucket);
      if (shielded === 'true') continue;
      for (const grant of grants) {
        const { at } = grant;
        if (grant.answer === 'unknown' || shielded === 'unknown') {
          report.undetermined({ at });
          continue;
        }
        const also = [{ at: name, text: 'the trail writes to this bucket' }];
        report.fail({ message: 'public', at, also, fix: makePrivate(grant) });
      }
    }
  },
});
