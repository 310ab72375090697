import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';
import { inheritsEncryption } from '../inherited-encryption.ts';
import { ENCRYPTION_SOURCES } from './encryption-sources.ts';

export default defineCheck({
  id: 'aws-documentdb-encryption-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_docdb_cluster',

  title: 'DocumentDB clusters should be encrypted with a key of your own',
  why: 'An encrypted cluster that names no key uses the one that AWS manages for RDS. Only a key of your own has a policy, a rotation and an audit trail that you control. It has to be chosen when the cluster is created.',
  harm: 'Nobody can restrict or trace who decrypts the data, nor withdraw the key in an emergency.',
  remedy: 'Set `kms_key_id` to the ARN of your key, together with `storage_encrypted = true`.',
  links: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster#kms_key_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0022', 'AWS-0022'],
    checkov: ['CKV_AWS_182'],
  },

  messages: {
    keyless: '`{address}` names no `kms_key_id`, so no key of your own protects it',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_docdb_cluster" "catalogue" {
          cluster_identifier = "catalogue"
          storage_encrypted  = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "catalogue" {
        enable_key_rotation = true
      }

      resource "aws_docdb_cluster" "catalogue" {
        cluster_identifier = "catalogue"
        storage_encrypted  = true
        kms_key_id         = aws_kms_key.catalogue.arn
      }
    `,
  ],

  evaluate: requireCustomerKey('kms_key_id', 'rds', {
    inherits: ({ resource }) => inheritsEncryption(resource, ENCRYPTION_SOURCES),
  }),
});
