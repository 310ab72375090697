import { defineCheck, hcl } from '../../kit/index.ts';
import { isShielded, makePrivate, publicGrantsOf } from './public-acl.ts';

export default defineCheck({
  id: 'aws-s3-no-public-access-with-acl',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', 'aws_s3_bucket_acl', 'aws_s3_object', 'aws_s3_bucket_object'],

  title: 'S3 buckets should not be public through an ACL',
  why: 'Access control lists such as `public-read` open a bucket to everyone, and `authenticated-read` opens it to everyone who has any AWS account. They work only while no public access block and no ownership setting stops them; that is rarely meant.',
  harm: 'Everyone on the internet can list, read or even replace the data.',
  remedy: 'Leave the ACL out or make it `private`, and give the bucket an `aws_s3_bucket_public_access_block`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl',
  ],
  alsoKnownAs: {
    tfsec: ['AWS001'],
    trivy: ['AVD-AWS-0092', 'AWS-0092'],
    checkov: ['CKV_AWS_20', 'CKV_AWS_57'],
  },
  providerFacts: [
    {
      version: 'aws 3',
      fact: 'The ACL is written as `acl` or `grant` of the bucket, and objects are `aws_s3_bucket_object`; deprecated since 4.0 and still read.',
    },
  ],

  messages: {
    acl: '`{address}` is open to everyone by the ACL `{value}`',
    grant: '`{address}` grants access to everyone (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket_acl" "invoices" {
          bucket = "invoices"
          acl    = "public-read"
        }
      `,
      expect: 'acl',
      fixed: hcl`
        resource "aws_s3_bucket_acl" "invoices" {
          bucket = "invoices"
          acl    = "private"
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"

          grant {
            type        = "Group"
            permissions = ["READ"]
            uri         = "http://acs.amazonaws.com/groups/global/AllUsers"
          }
        }
      `,
      expect: 'grant',
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket_acl" "invoices" {
        bucket = "invoices"
        acl    = "private"
      }
    `,
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
        acl    = "public-read" # has no effect: the block below ignores it
      }

      resource "aws_s3_bucket_public_access_block" "invoices" {
        bucket             = aws_s3_bucket.invoices.id
        ignore_public_acls = true
      }
    `,
  ],

  evaluate(resource, report) {
    const grants = publicGrantsOf(resource);
    const shielded = grants.length === 0 ? 'true' : isShielded(resource);
    if (shielded === 'true') return;
    for (const grant of grants) {
      if (grant.answer === 'unknown' || shielded === 'unknown') report.undetermined({ at: grant.at });
      else report.fail({ message: grant.kind, at: grant.at, fix: makePrivate(grant) });
    }
  },
});
