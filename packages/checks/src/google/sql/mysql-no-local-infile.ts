import { defineCheck, hcl, not } from '../../kit/index.ts';
import { forbidFlag, isOn } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-mysql-no-local-infile',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_sql_database_instance',

  title: 'MySQL instances should not load local files of clients',
  why: 'With `local_infile`, the server may ask a client for any file that the client can read, and the client sends it.',
  harm: 'A hostile or hijacked server, or an injected statement, reads files of the machines that connect.',
  remedy: 'Set the flag `local_infile` to `off`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://dev.mysql.com/doc/refman/8.0/en/load-data-local-security.html',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0026', 'GCP-0026'],
    checkov: ['CKV_GCP_50'],
  },

  messages: {
    value: '`{address}` switches `local_infile` on',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "MYSQL_8_0"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "local_infile"
              value = "on"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "MYSQL_8_0"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "local_infile"
              value = "off"
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
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-custom-2-7680"
        }
      }
    `,
    hcl`
      resource "google_sql_database_instance" "orders" {
        name             = "orders"
        database_version = "MYSQL_8_0"

        settings {
          tier = "db-custom-2-7680"

          database_flags {
            name  = "local_infile"
            value = "off"
          }
        }
      }
    `,
  ],

  evaluate: forbidFlag({
    family: 'MYSQL',
    flag: 'local_infile',
    isFine: (value) => not(isOn(value)),
    fixTo: 'off',
  }),
});
