import { defineCheck, hcl } from '../../kit/index.ts';

const COMPANION = 'aws_s3_bucket_server_side_encryption_configuration';
const ALGORITHM = 'rule.apply_server_side_encryption_by_default.sse_algorithm';
const ALGORITHMS = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export default defineCheck({
  id: 'aws-s3-enable-bucket-encryption',
  since: '1.0.0',
  // HIGH in tfsec. Since January 2023 S3 encrypts every new object by itself, so only the choice of the key is left to state.
  severity: 'LOW',
  resource: ['aws_s3_bucket', COMPANION],

  title: 'S3 buckets should state their default encryption',
  why: 'Default encryption decides how S3 encrypts objects that arrive without instructions. AWS encrypts them with its own keys today; stating the encryption keeps the choice in code, where reviews and audits see it.',
  harm: 'Nobody sees from the code, nor controls, which key protects the objects of the bucket.',
  remedy: 'Add an `aws_s3_bucket_server_side_encryption_configuration` for the bucket with `AES256` or `aws:kms`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['AWS017'],
    trivy: ['AVD-AWS-0088', 'AWS-0088'],
    checkov: ['CKV_AWS_19'],
  },
  providerFacts: [
    {
      version: 'aws 3',
      fact: 'The encryption is written as a `server_side_encryption_configuration` block of the bucket; deprecated since 4.0 and still read.',
    },
  ],

  messages: {
    missing: '`{address}` states no default encryption',
    algorithm: '`{address}` names no encryption algorithm that S3 knows',
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
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
        bucket = aws_s3_bucket.invoices.id

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "aws:kms"
          }
        }
      }
    `,
  ],

  evaluate(resource, report) {
    const isBucket = resource.type === 'aws_s3_bucket';
    if (isBucket && resource.mayHaveBlock('server_side_encryption_configuration') === 'false') {
      // Companions are judged where they stand; here only their absence counts.
      const companions = resource.relatedTo(COMPANION, 'bucket', { name: 'bucket' });
      if (companions.answer === 'unknown') report.undetermined({ at: resource });
      if (companions.answer === 'false') report.fail({ message: 'missing', at: resource });
      return;
    }

    const algorithm = resource.attribute(isBucket ? `server_side_encryption_configuration.${ALGORITHM}` : ALGORITHM);
    switch (algorithm.isOneOf(ALGORITHMS)) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: algorithm });
        return;
      case 'absent':
      case 'false':
        report.fail({ message: 'algorithm', at: algorithm });
        return;
    }
  },
});
