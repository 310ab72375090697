import { defineCheck, hcl } from '../../kit/index.ts';
import type { Setting } from './public-access-block.ts';
import { addBlock, isOnForAccount, publicAccessBlocksOf } from './public-access-block.ts';

const SETTINGS: readonly Setting[] = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

export default defineCheck({
  id: 'aws-s3-specify-public-access-block',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_s3_bucket',

  title: 'S3 buckets should have a public access block',
  why: 'A public access block is the safety net under access control lists and policies: whatever they say, the bucket stays private. AWS puts one on new buckets by itself today; writing it down keeps it there and lets reviews see it.',
  harm: 'A later mistake in an access control list or a policy can make the bucket public.',
  remedy: 'Add an `aws_s3_bucket_public_access_block` for the bucket with all four switches on.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block',
  ],
  alsoKnownAs: {
    tfsec: ['AWS098'],
    trivy: ['AVD-AWS-0094', 'AWS-0094'],
    checkov: ['CKV2_AWS_6'],
  },

  messages: {
    missing: '`{address}` has no public access block',
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

  evaluate(bucket, report) {
    // A block for the whole account is as good a net as one for the bucket.
    if (SETTINGS.every((setting) => isOnForAccount(bucket, setting) === 'true')) return;
    // What the switches of a block say is for the checks of each switch.
    const { answer } = publicAccessBlocksOf(bucket);
    if (answer === 'unknown') report.undetermined({ at: bucket });
    if (answer === 'false') report.fail({ message: 'missing', at: bucket, fix: addBlock(bucket) });
  },
});
