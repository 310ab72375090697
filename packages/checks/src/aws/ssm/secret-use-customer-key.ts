import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

export default defineCheck({
  id: 'aws-ssm-secret-use-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_secretsmanager_secret',

  title: 'Secrets of Secrets Manager should be encrypted with a key of your own',
  why: 'Secrets are always encrypted, by default with a key that AWS manages. Only a key of your own has a policy, a rotation and an audit trail that you control, and lets other accounts read the secret.',
  harm: 'Nobody can restrict or trace who decrypts the secret, nor withdraw the key in an emergency.',
  remedy: 'Set `kms_key_id` to a key of your own.',
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
    keyless: '`{address}` names no `kms_key_id`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_secretsmanager_secret" "orders" {
          name = "orders"
        }
      `,
      expect: 'keyless',
    },
    {
      bad: hcl`
        resource "aws_secretsmanager_secret" "orders" {
          name       = "orders"
          kms_key_id = "alias/aws/secretsmanager"
        }
      `,
      expect: 'managed',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "secrets" {
        enable_key_rotation = true
      }

      resource "aws_secretsmanager_secret" "orders" {
        name       = "orders"
        kms_key_id = aws_kms_key.secrets.arn
      }
    `,
  ],

  evaluate: requireCustomerKey('kms_key_id', 'secretsmanager'),
});
