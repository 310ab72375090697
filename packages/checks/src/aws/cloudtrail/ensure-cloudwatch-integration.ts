import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudtrail-ensure-cloudwatch-integration',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_cloudtrail',

  title: 'CloudTrail should also deliver to CloudWatch Logs',
  why: 'A trail delivers to its bucket in batches, for keeping. In CloudWatch Logs the same events can be filtered and raise an alarm within minutes. Estates that alert through EventBridge or CloudTrail Lake do not need it.',
  harm: 'A suspicious call is noticed long after it happened, if at all.',
  remedy:
    'Set `cloud_watch_logs_group_arn` to the ARN of a log group with `:*` behind it, and `cloud_watch_logs_role_arn` to a role that may write there.',
  links: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#cloud_watch_logs_group_arn',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0162', 'AWS-0162'],
    checkov: ['CKV2_AWS_10'],
  },

  messages: {
    missing: '`{address}` does not deliver to CloudWatch Logs',
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
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudwatch_log_group" "audit" {
        name = "audit"
      }

      resource "aws_cloudtrail" "audit" {
        name                       = "audit"
        s3_bucket_name             = "audit-trail"
        cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.audit.arn}:*"
        cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit"
      }
    `,
  ],

  evaluate: requireSet('cloud_watch_logs_group_arn'),
});
