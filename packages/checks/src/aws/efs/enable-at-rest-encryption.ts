import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-efs-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_efs_file_system',

  title: 'EFS file systems should be encrypted at rest',
  why: 'A file system that is made through the API, and so by Terraform, is encrypted only when the code asks for it. Encryption covers the files and their metadata, and the choice cannot be changed later.',
  harm: 'Whoever gets at the storage reads the files.',
  remedy: 'Set `encrypted = true`, with a key of your own as `kms_key_id` where one is needed.',
  links: [
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system#encrypted',
  ],
  alsoKnownAs: {
    tfsec: ['AWS048'],
    trivy: ['AVD-AWS-0037', 'AWS-0037'],
    checkov: ['CKV_AWS_42'],
  },

  messages: {
    missing: '`{address}` is not encrypted: it does not set `encrypted`',
    disabled: '`{address}` is not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_efs_file_system" "invoices" {
          creation_token = "invoices"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_efs_file_system" "invoices" {
          creation_token = "invoices"
          encrypted      = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_efs_file_system" "invoices" {
          encrypted = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_efs_file_system" "invoices" {
          encrypted = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_efs_file_system" "invoices" {
        encrypted = true
      }
    `,
  ],

  evaluate: requireTrue('encrypted', { caution: 'the file system is replaced, and its files are lost' }),
});
