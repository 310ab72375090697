import { anyOf, defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-sql-enable-backup',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'SQL instances should have automated backups',
  why: 'Cloud SQL makes a backup every day when it is told to. Replicas are copies of a primary instance and need none.',
  harm: 'After a fault, a mistake or an attack the data cannot be brought back.',
  remedy: 'Set `enabled = true` in a `backup_configuration` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#enabled',
    'https://cloud.google.com/sql/docs/mysql/backup-recovery/backups',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0024', 'GCP-0024'],
    checkov: ['CKV_GCP_14'],
  },

  messages: {
    missing: '`{address}` has no automated backups',
    disabled: '`{address}` switches automated backups off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            backup_configuration {
              enabled = true
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            backup_configuration {
              enabled = false
            }
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            backup_configuration {
              enabled = true
            }
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_sql_database_instance" "orders" {
        name             = "orders"
        database_version = "POSTGRES_15"

        settings {
          tier = "db-custom-2-7680"

          backup_configuration {
            enabled = true
          }
        }
      }
    `,
    hcl`
      resource "google_sql_database_instance" "reports" {
        name                 = "reports"
        database_version     = "POSTGRES_15"
        master_instance_name = "orders"

        settings {
          tier = "db-custom-2-7680"
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const isReplica = anyOf([
      instance.attribute('master_instance_name').isSet(),
      instance.attribute('instance_type').equals('READ_REPLICA_INSTANCE'),
      instance.mayHaveBlock('replica_configuration'),
    ]);
    if (isReplica === 'true') return;
    const backups = instance.attribute('settings.backup_configuration.enabled');
    if (isReplica === 'unknown' && backups.truth() !== 'true') {
      report.undetermined({ at: backups });
      return;
    }
    // Without settings the instance is a clone, which has those of its source.
    const isClone = instance.mayHaveBlock('clone');
    if (backups.truth() === 'absent' && isClone !== 'false') {
      report.undetermined({ at: backups });
      return;
    }
    // New settings need a tier, which only a person can choose.
    const fix = instance.block('settings') !== undefined;
    requireTrue('settings.backup_configuration.enabled', { fix })(instance, report);
  },
});
