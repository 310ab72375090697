import { allOf, defineCheck, hcl } from '../../kit/index.ts';
import { requireFlag } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-enable-pg-temp-file-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log all temporary files',
  why: 'PostgreSQL writes sorts and joins that do not fit into memory to temporary files. With `log_temp_files` at 0 each of them is logged with its size; a greater number leaves the smaller ones out, and -1 leaves out all.',
  harm: 'Unusual queries, and data that they leave in files, go unseen.',
  remedy: 'Add a `database_flags` block that sets `log_temp_files` to `0`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-TEMP-FILES',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0014', 'GCP-0014'],
    checkov: ['CKV_GCP_56'],
  },

  messages: {
    missing: '`{address}` does not set `log_temp_files`, so temporary files leave no record',
    value: '`{address}` sets `log_temp_files` to `{value}`, so not all temporary files are logged',
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

            database_flags {
              name  = "log_temp_files"
              value = "0"
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

            database_flags {
              name  = "log_temp_files"
              value = "1024"
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
              name  = "log_temp_files"
              value = "0"
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

          database_flags {
            name  = "log_temp_files"
            value = "0"
          }
        }
      }
    `,
  ],

  evaluate: requireFlag({
    family: 'POSTGRES',
    flag: 'log_temp_files',
    absent: 'fails',
    isFine: (value) => allOf([value.compares((size) => size === 0)]),
    fixTo: '0',
  }),
});
