import { defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';

export default defineCheck({
  id: 'aws-cloudtrail-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_cloudtrail',

  title: 'CloudTrail logs should be encrypted with a key of your own',
  why: 'Log files hold the names, the addresses and the structure of the whole account. Without a key of your own only the bucket decides who reads them. With one, its policy decides as well, each use is recorded, and it can be withdrawn.',
  harm: 'Whoever can read the bucket can read the logs, and nobody sees it.',
  remedy: 'Set `kms_key_id` to the ARN of a key whose policy lets CloudTrail use it.',
  links: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#kms_key_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS065'],
    trivy: ['AVD-AWS-0015', 'AWS-0015', 'aws-cloudtrail-encryption-customer-managed-key'],
    checkov: ['CKV_AWS_35'],
  },

  messages: {
    missing: '`{address}` names no KMS key, so its logs are encrypted with keys of AWS',
    managed: '`{address}` uses a key that AWS manages, not one of your own',
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
      resource "aws_kms_key" "audit" {
        enable_key_rotation = true
      }

      resource "aws_cloudtrail" "audit" {
        name           = "audit"
        s3_bucket_name = "audit-trail"
        kms_key_id     = aws_kms_key.audit.arn
      }
    `,
  ],

  evaluate(trail, report) {
    const key = trail.attribute('kms_key_id');
    if (key.isSet() === 'false') report.fail({ message: 'missing', at: key });
    else if (isAwsManagedKey(key) === 'true') report.fail({ message: 'managed', at: key });
    else if (key.isSet() === 'unknown') report.undetermined({ at: key });
  },
});
