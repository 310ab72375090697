import { answerOf, defineCheck, hcl } from '../../kit/index.ts';
import { postgresMajorOf, requireFlagOn } from './database-flags.ts';

/** First major version of PostgreSQL that logs checkpoints by default. */
const LOGGED_SINCE = 15;

export default defineCheck({
  id: 'google-sql-pg-log-checkpoints',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log checkpoints',
  why: 'A checkpoint writes all changed pages to disk. The log of them shows when the database works under unusual load, and helps to explain slow queries and long recoveries. PostgreSQL 15 and later log checkpoints unless told otherwise.',
  harm: 'Faults and attacks that load the disks are harder to notice.',
  remedy: 'Add a `database_flags` block that sets `log_checkpoints` to `on`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0025', 'GCP-0025'],
    checkov: ['CKV_GCP_51'],
  },

  messages: {
    missing: '`{address}` does not set `log_checkpoints`, so checkpoints leave no record',
    value: '`{address}` sets `log_checkpoints` to `{value}`, so checkpoints leave no record',
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
              name  = "log_checkpoints"
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
              name  = "log_checkpoints"
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
              name  = "log_checkpoints"
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
            name  = "log_checkpoints"
            value = "on"
          }
        }
      }
    `,
  ],

  evaluate: requireFlagOn('log_checkpoints', (instance) => answerOf((postgresMajorOf(instance) ?? 0) >= LOGGED_SINCE)),
});
