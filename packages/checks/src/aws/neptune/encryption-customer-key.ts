import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';
import { inheritsEncryption } from '../inherited-encryption.ts';
import { ENCRYPTION_SOURCES } from './encryption-sources.ts';

export default defineCheck({
  id: 'aws-neptune-encryption-customer-key',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_neptune_cluster',

  title: 'Neptune clusters should be encrypted with a key of your own',
  why: 'An encrypted cluster that names no key uses the one that AWS manages for RDS. Only a key of your own has a policy, a rotation and an audit trail that you control. It has to be chosen when the cluster is created.',
  harm: 'Nobody can restrict or trace who decrypts the data, nor withdraw the key in an emergency.',
  remedy: 'Set `kms_key_arn` to the ARN of your key, together with `storage_encrypted = true`.',
  links: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster#kms_key_arn',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0128', 'AWS-0128'],
    checkov: ['CKV_AWS_347'],
  },

  messages: {
    keyless: '`{address}` names no `kms_key_arn`, so no key of your own protects it',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
          storage_encrypted  = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "people" {
        enable_key_rotation = true
      }

      resource "aws_neptune_cluster" "people" {
        cluster_identifier = "people"
        storage_encrypted  = true
        kms_key_arn        = aws_kms_key.people.arn
      }
    `,
  ],

  evaluate: requireCustomerKey('kms_key_arn', 'rds', {
    inherits: ({ resource }) => inheritsEncryption(resource, ENCRYPTION_SOURCES),
  }),
});
