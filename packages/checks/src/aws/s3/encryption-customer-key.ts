import { defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';
import { bucketOf, companionsOf } from './bucket-companions.ts';
import { isLogBucket } from './log-bucket.ts';

const INLINE = 'server_side_encryption_configuration';
const COMPANION = 'aws_s3_bucket_server_side_encryption_configuration';
const RULE = 'rule.apply_server_side_encryption_by_default';

export default defineCheck({
  id: 'aws-s3-encryption-customer-key',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_s3_bucket', COMPANION],

  title: 'S3 buckets should be encrypted with a key of your own',
  why: 'S3 encrypts every object, by default with keys that nobody outside AWS controls. With a KMS key of your own, whoever reads an object also needs leave to use the key, every use is logged, and the key can be withdrawn. Buckets for access logs are left alone: S3 delivers logs to buckets with its own keys only.',
  harm: 'The permissions of S3 alone decide who reads the data; one mistake in them is enough.',
  remedy: 'Use `aws:kms` with the ARN of your key as `kms_master_key_id` in the default encryption of the bucket.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0132', 'AWS-0132'],
  },
  providerFacts: [
    {
      version: 'aws 3',
      fact: 'The encryption is written as a `server_side_encryption_configuration` block of the bucket; deprecated since 4.0 and still read.',
    },
  ],

  messages: {
    missing: '`{address}` states no default encryption, so the keys belong to AWS',
    keyless: '`{address}` names no `kms_master_key_id`, so the key belongs to AWS',
    algorithm: '`{address}` encrypts with `AES256`, so the keys belong to AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
          bucket = "invoices"

          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "AES256"
            }
          }
        }
      `,
      expect: 'algorithm',
    },
    {
      bad: hcl`
        resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
          bucket = "invoices"

          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "aws:kms"
            }
          }
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "invoices" {
        enable_key_rotation = true
      }

      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
        bucket = aws_s3_bucket.invoices.id

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm     = "aws:kms"
            kms_master_key_id = aws_kms_key.invoices.arn
          }
        }
      }
    `,
  ],

  evaluate(resource, report) {
    const isBucket = resource.type === 'aws_s3_bucket';
    const isInline = isBucket && resource.mayHaveBlock(INLINE) !== 'false';
    const bucket = isBucket ? resource : bucketOf(resource);
    const isForLogs = bucket === undefined ? 'false' : isLogBucket(bucket);
    if (isForLogs === 'true') return;
    if (isBucket && !isInline) {
      // Companions are judged where they stand; here only their absence counts.
      const { answer } = companionsOf(resource, COMPANION);
      if (answer === 'true') return;
      if (answer === 'unknown' || isForLogs === 'unknown') report.undetermined({ at: resource });
      else report.fail({ message: 'missing', at: resource });
      return;
    }

    const path = isInline ? `${INLINE}.${RULE}` : RULE;
    const algorithm = resource.attribute(`${path}.sse_algorithm`);
    const key = resource.attribute(`${path}.kms_master_key_id`);
    const isOwnAlgorithm = algorithm.equals('AES256');
    const isSet = key.isSet();
    const isManaged = isAwsManagedKey(key, 's3');
    if (isOwnAlgorithm !== 'true' && isSet === 'true' && isManaged === 'false') return;
    if (isForLogs === 'unknown') report.undetermined({ at: resource });
    else if (isOwnAlgorithm === 'true') report.fail({ message: 'algorithm', at: algorithm });
    else if (isSet === 'false') report.fail({ message: 'keyless', at: key });
    else if (isManaged === 'true') report.fail({ message: 'managed', at: key });
    else report.undetermined({ at: key });
  },
});
