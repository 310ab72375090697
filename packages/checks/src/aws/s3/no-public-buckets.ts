import { defineCheck, hcl } from '../../kit/index.ts';
import { PUBLIC_ACCESS_BLOCK, requireSetting } from './public-access-block.ts';

export default defineCheck({
  id: 'aws-s3-no-public-buckets',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', PUBLIC_ACCESS_BLOCK],

  title: 'S3 buckets should restrict access through public policies',
  why: 'A bucket whose policy is public already stays open when new public policies are refused. With `restrict_public_buckets`, only AWS services and identities of the own account can use such a bucket.',
  harm: 'A public policy that is in place exposes the objects to everyone.',
  remedy: 'Give the bucket an `aws_s3_bucket_public_access_block` with `restrict_public_buckets = true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block#restrict_public_buckets',
  ],
  alsoKnownAs: {
    tfsec: ['AWS075'],
    trivy: ['AVD-AWS-0093', 'AWS-0093'],
    checkov: ['CKV_AWS_56'],
  },

  messages: {
    missing: '`{address}` has no public access block, so a public policy opens it to everyone',
    disabled: '`{address}` lets a public policy open the bucket to everyone',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }

        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket = aws_s3_bucket.invoices.id

          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket = "invoices"

          restrict_public_buckets = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket = "invoices"

          restrict_public_buckets = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
      }

      resource "aws_s3_bucket_public_access_block" "invoices" {
        bucket = aws_s3_bucket.invoices.id

        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    `,
  ],

  evaluate: requireSetting('restrict_public_buckets'),
});
