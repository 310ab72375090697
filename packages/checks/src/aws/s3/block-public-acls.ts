import { defineCheck, hcl } from '../../kit/index.ts';
import { PUBLIC_ACCESS_BLOCK, requireSetting } from './public-access-block.ts';

export default defineCheck({
  id: 'aws-s3-block-public-acls',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', PUBLIC_ACCESS_BLOCK],

  title: 'S3 buckets should refuse public ACLs',
  why: 'An access control list can open a bucket or a single object to everyone. With `block_public_acls`, S3 refuses any request that would set such a list; lists that exist already stay as they are.',
  harm: 'One upload with the wrong access control list makes objects readable by everyone.',
  remedy: 'Give the bucket an `aws_s3_bucket_public_access_block` with `block_public_acls = true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block#block_public_acls',
  ],
  alsoKnownAs: {
    tfsec: ['AWS074'],
    trivy: ['AVD-AWS-0086', 'AWS-0086'],
    checkov: ['CKV_AWS_53'],
  },

  messages: {
    missing: '`{address}` has no public access block, so it accepts public ACLs',
    disabled: '`{address}` lets the bucket accept public ACLs',
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
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }

        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket            = aws_s3_bucket.invoices.id
          block_public_acls = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }

        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket            = aws_s3_bucket.invoices.id
          block_public_acls = true
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

  evaluate: requireSetting('block_public_acls'),
});
