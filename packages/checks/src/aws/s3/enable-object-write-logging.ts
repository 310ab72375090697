import { defineCheck, hcl } from '../../kit/index.ts';
import { requireObjectEvents } from './object-events.ts';

export default defineCheck({
  id: 'aws-s3-enable-object-write-logging',
  since: '1.0.0',
  severity: 'LOW',
  status: 'preview',
  reason:
    'The trail is often part of another configuration or of the organisation, where it cannot be seen. It belongs to the CIS benchmark.',
  resource: 'aws_s3_bucket',

  title: 'CloudTrail should record who writes and deletes objects of S3 buckets',
  why: 'CloudTrail records what is done to buckets, but calls for single objects only when data events are selected. These events say who writes or deletes which object, with the identity and the address.',
  harm: 'After a leak or a loss nobody can tell who wrote or deleted single objects.',
  remedy:
    'Add an `event_selector` for `AWS::S3::Object` to a trail, with the ARN of the bucket and a slash, or `arn:aws:s3` for all buckets.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#event_selector',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0171', 'AWS-0171'],
  },

  messages: {
    missing: '`{address}` is in no trail that records who writes and deletes its objects',
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

      resource "aws_cloudtrail" "audit" {
        name           = "audit"
        s3_bucket_name = "audit-trail"

        event_selector {
          read_write_type = "All"

          data_resource {
            type   = "AWS::S3::Object"
            values = ["\${aws_s3_bucket.invoices.arn}/"]
          }
        }
      }
    `,
  ],

  evaluate: requireObjectEvents('write'),
});
