import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudwatch-log-group-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_cloudwatch_log_group',

  title: 'CloudWatch log groups should be encrypted with a key of your own',
  why: 'Log groups are always encrypted, by default with a key that belongs to AWS. A key of your own has a policy, a rotation and an audit trail that you control.',
  harm: 'Nobody can restrict or trace who decrypts the logs, nor withdraw the key in an emergency.',
  remedy:
    'Set `kms_key_id` to the ARN of a key of your own, whose policy lets the service `logs.<region>.amazonaws.com` use it.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group#kms_key_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS089'],
    trivy: ['AVD-AWS-0017', 'AWS-0017'],
    checkov: ['CKV_AWS_158'],
  },

  messages: {
    missing: '`{address}` names no `kms_key_id`, so the key belongs to AWS',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_cloudwatch_log_group" "orders" {
          name = "/shop/orders"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "logs" {
        enable_key_rotation = true
      }

      resource "aws_cloudwatch_log_group" "orders" {
        name       = "/shop/orders"
        kms_key_id = aws_kms_key.logs.arn
      }
    `,
  ],

  // Keys that AWS manages cannot be used with log groups, so none has to be recognised. No fix: it takes a key and its policy.
  evaluate: requireSet('kms_key_id'),
});
