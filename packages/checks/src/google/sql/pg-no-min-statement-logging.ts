import { allOf, defineCheck, hcl } from '../../kit/index.ts';
import { forbidFlag } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-pg-no-min-statement-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should not log the text of slow statements',
  why: 'With `log_min_duration_statement`, PostgreSQL logs the full text of each statement that takes longer than so many milliseconds, with the values in it.',
  harm: 'Personal data and passwords end up in logs that more people can read than the database.',
  remedy: 'Set `log_min_duration_statement` to `-1`, or leave it out.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-MIN-DURATION-STATEMENT',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0021', 'GCP-0021'],
    checkov: ['CKV_GCP_57'],
  },

  messages: {
    value: '`{address}` logs the text of statements (`log_min_duration_statement` is `{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "log_min_duration_statement"
              value = "500"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "log_min_duration_statement"
              value = "-1"
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
        }
      }
    `,
    hcl`
      resource "google_sql_database_instance" "orders" {
        name             = "orders"
        database_version = "POSTGRES_15"

        settings {
          tier = "db-custom-2-7680"

          database_flags {
            name  = "log_min_duration_statement"
            value = "-1"
          }
        }
      }
    `,
  ],

  evaluate: forbidFlag({
    family: 'POSTGRES',
    flag: 'log_min_duration_statement',
    isFine: (value) => allOf([value.compares((duration) => duration === -1)]),
    fixTo: '-1',
  }),
});
