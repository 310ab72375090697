import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';
import { requireStorageEncryption } from '../inherited-encryption.ts';
import { isClusterEncryptedElsewhere } from './encryption-sources.ts';

export default defineCheck({
  id: 'aws-rds-encrypt-cluster-storage-data',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_rds_cluster',

  title: 'RDS clusters should be encrypted with a key of your own',
  why: 'The storage of a cluster, its backups and its snapshots are encrypted only when that is asked for at creation. With a key of your own you also decide who may decrypt them, and can withdraw the key.',
  harm: 'Whoever gets at the storage or at a snapshot reads the data.',
  remedy:
    'Set `storage_encrypted` to `true` and `kms_key_id` to the ARN of your key. Both replace an existing cluster.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster#storage_encrypted',
  ],
  alsoKnownAs: {
    tfsec: ['AWS051'],
    trivy: ['AVD-AWS-0079', 'AWS-0079'],
    checkov: ['CKV_AWS_96', 'CKV_AWS_327'],
  },

  messages: {
    missing: '`{address}` does not set `storage_encrypted`, so its storage is not encrypted',
    disabled: '`{address}` switches the encryption of its storage off',
    keyless: '`{address}` names no `kms_key_id`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_kms_key" "orders" {
          enable_key_rotation = true
        }

        resource "aws_rds_cluster" "orders" {
          cluster_identifier = "orders"
          engine             = "aurora-postgresql"
          kms_key_id         = aws_kms_key.orders.arn
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_kms_key" "orders" {
          enable_key_rotation = true
        }

        resource "aws_rds_cluster" "orders" {
          cluster_identifier = "orders"
          engine             = "aurora-postgresql"
          kms_key_id         = aws_kms_key.orders.arn
          storage_encrypted  = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier = "orders"
          engine             = "aurora-postgresql"
          storage_encrypted  = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        storage_encrypted  = true
        kms_key_id         = aws_kms_key.orders.arn
      }
    `,
  ],

  evaluate(cluster, report) {
    requireEncryption(cluster, report);
    const isEncrypted = cluster.attribute('storage_encrypted').truth();
    const isJudged = isEncrypted === 'absent' ? isClusterEncryptedElsewhere(cluster) : isEncrypted;
    if (isJudged === 'true') requireKey(cluster, report);
  },
});

const requireEncryption = requireStorageEncryption(isClusterEncryptedElsewhere);

/** Serverless clusters choose their key as others do; copies and restored clusters may have that of their source. */
const requireKey = requireCustomerKey('kms_key_id', 'rds', {
  inherits: ({ resource }) =>
    resource.attribute('engine_mode').equals('serverless') === 'true' ? 'false' : isClusterEncryptedElsewhere(resource),
});
