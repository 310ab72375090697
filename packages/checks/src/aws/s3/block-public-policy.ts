import { defineCheck, hcl } from '../../kit/index.ts';
import { PUBLIC_ACCESS_BLOCK, requireSetting } from './public-access-block.ts';

export default defineCheck({
  id: 'aws-s3-block-public-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', PUBLIC_ACCESS_BLOCK],

  title: 'S3 buckets should refuse public policies',
  why: 'A bucket policy can open a bucket to everyone. With `block_public_policy`, S3 refuses any policy that grants public access, so a mistake in a policy fails at once.',
  harm: 'One mistake in a bucket policy makes its objects readable by everyone.',
  remedy: 'Give the bucket an `aws_s3_bucket_public_access_block` with `block_public_policy = true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block#block_public_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS076'],
    trivy: ['AVD-AWS-0087', 'AWS-0087'],
    checkov: ['CKV_AWS_54'],
  },

  messages: {
    missing: '`{address}` has no public access block, so it accepts public policies',
    disabled: '`{address}` lets the bucket accept public policies',
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

          block_public_policy = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket = "invoices"

          block_public_policy = true
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

  evaluate: requireSetting('block_public_policy'),
});
