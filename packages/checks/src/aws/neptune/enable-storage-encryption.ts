import { defineCheck, hcl } from '../../kit/index.ts';
import { inheritsEncryption, requireStorageEncryption } from '../inherited-encryption.ts';
import { ENCRYPTION_SOURCES } from './encryption-sources.ts';

export default defineCheck({
  id: 'aws-neptune-enable-storage-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_neptune_cluster',

  title: 'Neptune clusters should be encrypted',
  why: 'The storage of a Neptune cluster, its backups and its snapshots are encrypted only when that is asked for at creation. It cannot be switched on later.',
  harm: 'Whoever gets at the storage or at a snapshot reads the data.',
  remedy: 'Set `storage_encrypted` to `true`. It replaces an existing cluster.',
  links: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster#storage_encrypted',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0076', 'AWS-0076'],
    checkov: ['CKV_AWS_44'],
  },

  messages: {
    missing: '`{address}` does not set `storage_encrypted`, so its storage is not encrypted',
    disabled: '`{address}` switches the encryption of its storage off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
          storage_encrypted  = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
          storage_encrypted  = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
          storage_encrypted  = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_neptune_cluster" "people" {
        cluster_identifier = "people"
        storage_encrypted  = true
      }
    `,
  ],

  evaluate: requireStorageEncryption((cluster) => inheritsEncryption(cluster, ENCRYPTION_SOURCES)),
});
