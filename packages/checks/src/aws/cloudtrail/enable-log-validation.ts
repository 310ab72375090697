import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudtrail-enable-log-validation',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_cloudtrail',

  title: 'CloudTrail should sign its log files',
  why: 'With validation, CloudTrail delivers signed digests that chain all log files together. A file that was changed, removed or made up can then be told from the real ones. It costs nothing and leaves the logs as they are.',
  harm: 'Whoever controls the bucket can rewrite the logs, and nobody can prove it.',
  remedy: 'Set `enable_log_file_validation` to `true`.',
  links: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#enable_log_file_validation',
  ],
  alsoKnownAs: {
    tfsec: ['AWS064'],
    trivy: ['AVD-AWS-0016', 'AWS-0016'],
    checkov: ['CKV_AWS_36'],
  },

  messages: {
    missing: '`{address}` delivers log files without signed digests',
    disabled: '`{address}` switches the signed digests of log files off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_cloudtrail" "audit" {
          name           = "audit"
          s3_bucket_name = "audit-trail"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_cloudtrail" "audit" {
          name                       = "audit"
          s3_bucket_name             = "audit-trail"
          enable_log_file_validation = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_cloudtrail" "audit" {
          name                       = "audit"
          s3_bucket_name             = "audit-trail"
          enable_log_file_validation = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_cloudtrail" "audit" {
          name                       = "audit"
          s3_bucket_name             = "audit-trail"
          enable_log_file_validation = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudtrail" "audit" {
        name                       = "audit"
        s3_bucket_name             = "audit-trail"
        enable_log_file_validation = true
      }
    `,
  ],

  evaluate: requireTrue('enable_log_file_validation'),
});
