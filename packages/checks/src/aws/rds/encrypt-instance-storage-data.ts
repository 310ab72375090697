import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { mayComeFromSnapshot } from './encryption-sources.ts';

export default defineCheck({
  id: 'aws-rds-encrypt-instance-storage-data',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_db_instance',

  title: 'Database instances should be encrypted',
  why: 'The storage of an instance, its backups and its snapshots are encrypted only when that is asked for at creation. Later it takes an encrypted copy of a snapshot. Replicas are encrypted as their source is, and judged with it.',
  harm: 'Whoever gets at the storage or at a snapshot reads the data.',
  remedy: 'Set `storage_encrypted` to `true`. It replaces an existing instance.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#storage_encrypted',
  ],
  alsoKnownAs: {
    tfsec: ['AWS052'],
    trivy: ['AVD-AWS-0080', 'AWS-0080'],
    checkov: ['CKV_AWS_16'],
  },

  messages: {
    missing: '`{address}` does not set `storage_encrypted`, so its storage is not encrypted',
    disabled: '`{address}` switches the encryption of its storage off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
          storage_encrypted = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
          storage_encrypted = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
          storage_encrypted = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.t4g.medium"
        allocated_storage = 50
        storage_encrypted = true
      }
    `,
    hcl`
      resource "aws_db_instance" "reports" {
        identifier          = "reports"
        instance_class      = "db.t4g.medium"
        replicate_source_db = "orders"
      }
    `,
  ],

  evaluate(instance, report) {
    const encrypted = instance.attribute('storage_encrypted');
    const truth = encrypted.truth();
    const source = instance.attribute('replicate_source_db');
    const isReplica = source.isSet();
    if (truth === 'true' || isReplica === 'true') return;
    const fix = edit.withCaution(edit.setAttribute(instance, 'storage_encrypted', 'true'), 'the instance is replaced');
    if (isReplica === 'unknown') report.undetermined({ at: source });
    else if (truth === 'unknown') report.undetermined({ at: encrypted });
    else if (truth === 'false') report.fail({ message: 'disabled', at: encrypted, fix });
    else if (mayComeFromSnapshot(instance)) report.undetermined({ at: encrypted });
    else report.fail({ message: 'missing', at: encrypted, fix });
  },
});
