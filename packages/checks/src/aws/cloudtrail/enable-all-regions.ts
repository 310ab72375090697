import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudtrail-enable-all-regions',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_cloudtrail',

  title: 'CloudTrail trails should record all regions',
  why: 'A trail that is made with Terraform records only the region it is in, unless it is told otherwise; the console does it the other way round. One trail for all regions also covers those that nobody uses, which is where intruders go.',
  harm: 'What happens in other regions leaves no record.',
  remedy: 'Set `is_multi_region_trail` to `true`.',
  links: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#is_multi_region_trail',
  ],
  alsoKnownAs: {
    tfsec: ['AWS063'],
    trivy: ['AVD-AWS-0014', 'AWS-0014'],
    checkov: ['CKV_AWS_67'],
  },

  messages: {
    missing: '`{address}` records only the region it is in',
    disabled: '`{address}` is kept to the region it is in',
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
          name                  = "audit"
          s3_bucket_name        = "audit-trail"
          is_multi_region_trail = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_cloudtrail" "audit" {
          name                  = "audit"
          s3_bucket_name        = "audit-trail"
          is_multi_region_trail = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_cloudtrail" "audit" {
          name                  = "audit"
          s3_bucket_name        = "audit-trail"
          is_multi_region_trail = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudtrail" "audit" {
        name                  = "audit"
        s3_bucket_name        = "audit-trail"
        is_multi_region_trail = true
      }
    `,
  ],

  evaluate: requireTrue('is_multi_region_trail', { caution: 'other trails may record the other regions already' }),
});
