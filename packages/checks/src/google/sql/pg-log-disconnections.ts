import { defineCheck, hcl } from '../../kit/index.ts';
import { requireFlagOn } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-pg-log-disconnections',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log disconnections',
  why: 'With `log_disconnections`, PostgreSQL writes down when a session ends and how long it took. With the log of connections that shows who was connected when.',
  harm: 'How long a session lasted cannot be told afterwards.',
  remedy: 'Add a `database_flags` block that sets `log_disconnections` to `on`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0022', 'GCP-0022'],
    checkov: ['CKV_GCP_53'],
  },

  messages: {
    missing: '`{address}` does not set `log_disconnections`, so the end of sessions leaves no record',
    value: '`{address}` sets `log_disconnections` to `{value}`, so the end of sessions leaves no record',
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
              name  = "log_disconnections"
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
              name  = "log_disconnections"
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
              name  = "log_disconnections"
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
            name  = "log_disconnections"
            value = "on"
          }
        }
      }
    `,
  ],

  evaluate: requireFlagOn('log_disconnections'),
});
