import { defineCheck, hcl } from '../../kit/index.ts';
import { requireFlagOn } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-pg-log-lock-waits',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log lock waits',
  why: 'With `log_lock_waits`, PostgreSQL writes down when a session waits long for a lock. Many waits come from faulty programs, or from somebody who blocks the database on purpose.',
  harm: 'Sessions that block the database go unseen.',
  remedy: 'Add a `database_flags` block that sets `log_lock_waits` to `on`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0020', 'GCP-0020'],
    checkov: ['CKV_GCP_54'],
  },

  messages: {
    missing: '`{address}` does not set `log_lock_waits`, so long waits for locks leave no record',
    value: '`{address}` sets `log_lock_waits` to `{value}`, so long waits for locks leave no record',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_14"

          settings {
            tier = "db-custom-2-7680"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_14"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "log_lock_waits"
              value = "on"
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_14"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "log_lock_waits"
              value = "off"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_14"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "log_lock_waits"
              value = "on"
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
        database_version = "POSTGRES_14"

        settings {
          tier = "db-custom-2-7680"

          database_flags {
            name  = "log_lock_waits"
            value = "on"
          }
        }
      }
    `,
  ],

  evaluate: requireFlagOn('log_lock_waits'),
});
