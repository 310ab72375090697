import { defineCheck, hcl } from '../../kit/index.ts';
import { requireFlagOn } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-pg-log-connections',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log connections',
  why: 'With `log_connections`, PostgreSQL writes down every attempt to connect, and who was let in.',
  harm: 'Attempts to break in, and who was connected when, cannot be told afterwards.',
  remedy: 'Add a `database_flags` block that sets `log_connections` to `on`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0016', 'GCP-0016'],
    checkov: ['CKV_GCP_52'],
  },

  messages: {
    missing: '`{address}` does not set `log_connections`, so connections leave no record',
    value: '`{address}` sets `log_connections` to `{value}`, so connections leave no record',
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
              name  = "log_connections"
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
              name  = "log_connections"
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
              name  = "log_connections"
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
            name  = "log_connections"
            value = "on"
          }
        }
      }
    `,
  ],

  evaluate: requireFlagOn('log_connections'),
});
