import { defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';

export default defineCheck({
  id: 'aws-ssm-secret-use-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_secretsmanager_secret',

  title: 'Secrets should be encrypted with a key of your own',
  why: 'Secrets Manager always encrypts, by default with the key that AWS manages for it. Only a key of your own has a policy that you write: it says who may decrypt, can share the secret with another account, and can be withdrawn.',
  harm: 'Who reads the secret is decided in one place only, and the key cannot be withdrawn in an emergency.',
  remedy: 'Set `kms_key_id` to the ARN of your key.',
  links: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret#kms_key_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS095'],
    trivy: ['AVD-AWS-0098', 'AWS-0098'],
    checkov: ['CKV_AWS_149'],
  },

  messages: {
    missing: '`{address}` names no KMS key, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: [
    {
      bad: hcl`
        resource "aws_secretsmanager_secret" "token" {
          name = "token"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_secretsmanager_secret" "token" {
          name       = "token"
          kms_key_id = "alias/aws/secretsmanager"
        }
      `,
      expect: 'managed',
    },
  ],
  good: [
    hcl`
      resource "aws_kms_key" "secrets" {
        enable_key_rotation = true
      }

      resource "aws_secretsmanager_secret" "token" {
        name       = "token"
        kms_key_id = aws_kms_key.secrets.arn
      }
    `,
  ],

  evaluate(secret, report) {
    const key = secret.attribute('kms_key_id');
    if (key.isSet() === 'false') report.fail({ message: 'missing', at: key });
    else if (isAwsManagedKey(key, 'secretsmanager') === 'true') report.fail({ message: 'managed', at: key });
    else if (key.isSet() === 'unknown') report.undetermined({ at: key });
  },
});
