import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

/** Encryption with a key of KMS, in one layer or in two. */
const KMS_TYPES = ['KMS', 'KMS_DSSE'];

export default defineCheck({
  id: 'aws-ecr-repository-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_ecr_repository',

  title: 'ECR repositories should be encrypted with a key of your own',
  why: 'ECR encrypts images with keys of S3 unless KMS is chosen, and with a key that AWS manages unless one is named. Only a key of your own has a policy, a rotation and an audit trail that you control.',
  harm: 'Nobody can restrict or trace who decrypts the images, nor withdraw the key in an emergency.',
  remedy:
    'Add an `encryption_configuration` block with `encryption_type = "KMS"` and the ARN of your key as `kms_key`. The repository is replaced.',
  links: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository#encryption_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['AWS093'],
    trivy: ['AVD-AWS-0033', 'AWS-0033'],
  },

  messages: {
    missing: '`{address}` states no encryption with KMS, so the key belongs to AWS',
    type: '`{address}` is encrypted with `{value}`, so the key belongs to AWS',
    keyless: '`{address}` names no `kms_key`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"

          encryption_configuration {
            encryption_type = "KMS"
          }
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "images" {
        enable_key_rotation = true
      }

      resource "aws_ecr_repository" "shop" {
        name = "shop"

        encryption_configuration {
          encryption_type = "KMS"
          kms_key         = aws_kms_key.images.arn
        }
      }
    `,
  ],

  // No fix: the key has to exist, and the repository is replaced.
  evaluate(repository, report) {
    const type = repository.attribute('encryption_configuration.encryption_type');
    const isKms = type.isOneOf(KMS_TYPES, true);
    if (isKms === 'absent') report.fail({ message: 'missing', at: type });
    else if (isKms === 'false') report.fail({ message: 'type', at: type });
    else if (isKms === 'unknown') report.undetermined({ at: type });
    else judgeKey(repository, report);
  },
});

const judgeKey = requireCustomerKey('encryption_configuration.kms_key', 'ecr');
