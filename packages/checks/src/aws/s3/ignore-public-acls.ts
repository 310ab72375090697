import { defineCheck, hcl } from '../../kit/index.ts';
import { PUBLIC_ACCESS_BLOCK, requireSetting } from './public-access-block.ts';

export default defineCheck({
  id: 'aws-s3-ignore-public-acls',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', PUBLIC_ACCESS_BLOCK],

  title: 'S3 buckets should ignore public ACLs',
  why: 'Access control lists that open a bucket or an object may exist already. With `ignore_public_acls`, S3 gives them no effect, however and whenever they were set.',
  harm: 'Objects that were made public once, perhaps by mistake, stay readable by everyone.',
  remedy: 'Give the bucket an `aws_s3_bucket_public_access_block` with `ignore_public_acls = true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block#ignore_public_acls',
  ],
  alsoKnownAs: {
    tfsec: ['AWS073'],
    trivy: ['AVD-AWS-0091', 'AWS-0091'],
    checkov: ['CKV_AWS_55'],
  },

  messages: {
    missing: '`{address}` has no public access block, so it honours public ACLs',
    disabled: '`{address}` lets the bucket honour public ACLs',
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

          ignore_public_acls = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_s3_bucket_public_access_block" "invoices" {
          bucket = "invoices"

          ignore_public_acls = true
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

  evaluate: requireSetting('ignore_public_acls'),
});
