import { anyOf, defineCheck, hcl, not } from '../../kit/index.ts';
import { forbidFlag } from './database-flags.ts';

/** Levels above `error`, in the order of PostgreSQL for what goes to the server log. */
const LEVELS_WITHOUT_ERRORS: readonly string[] = ['log', 'fatal', 'panic'];

export default defineCheck({
  id: 'google-sql-pg-log-errors',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_sql_database_instance',

  title: 'PostgreSQL instances should log errors',
  why: '`log_min_messages` is the lowest level of message that PostgreSQL logs. With `fatal`, `panic` or `log`, failed statements are left out.',
  harm: 'Failed statements, among them attempts to break in, leave no record.',
  remedy: 'Set `log_min_messages` to `error` or a lower level, such as `warning`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-WHEN',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0018', 'GCP-0018'],
  },

  messages: {
    value: '`{address}` logs nothing below `{value}`, so errors leave no record',
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
              name  = "log_min_messages"
              value = "panic"
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
              name  = "log_min_messages"
              value = "error"
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
            name  = "log_min_messages"
            value = "warning"
          }
        }
      }
    `,
  ],

  evaluate: forbidFlag({
    family: 'POSTGRES',
    flag: 'log_min_messages',
    isFine: (value) => not(anyOf([value.isOneOf(LEVELS_WITHOUT_ERRORS, true)])),
    fixTo: 'error',
  }),
});
