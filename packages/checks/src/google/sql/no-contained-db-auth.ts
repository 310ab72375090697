import { defineCheck, hcl, not } from '../../kit/index.ts';
import { isOn, requireFlag } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-no-contained-db-auth',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'SQL Server instances should not let databases authenticate users',
  why: 'Users of a contained database log in without a login of the server, so the administrator of the server does not control them.',
  harm: 'Access is given without the knowledge of the administrator.',
  remedy: 'Add a `database_flags` block that sets `contained database authentication` to `off`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://learn.microsoft.com/en-us/sql/database-engine/configure-windows/server-configuration-options-sql-server',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0023', 'GCP-0023'],
    checkov: ['CKV_GCP_59'],
  },

  messages: {
    missing: '`{address}` leaves `contained database authentication` to the default of the server',
    value:
      '`{address}` switches `contained database authentication` on, so users may log in to a database without a login of the server',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "SQLSERVER_2022_STANDARD"

          settings {
            tier = "db-custom-2-7680"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "SQLSERVER_2022_STANDARD"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "contained database authentication"
              value = "off"
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "SQLSERVER_2022_STANDARD"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "contained database authentication"
              value = "on"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "SQLSERVER_2022_STANDARD"

          settings {
            tier = "db-custom-2-7680"

            database_flags {
              name  = "contained database authentication"
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
        database_version = "SQLSERVER_2022_STANDARD"

        settings {
          tier = "db-custom-2-7680"

          database_flags {
            name  = "contained database authentication"
            value = "off"
          }
        }
      }
    `,
  ],

  evaluate: requireFlag({
    family: 'SQLSERVER',
    flag: 'contained database authentication',
    absent: 'fails',
    isFine: (value) => not(isOn(value)),
    fixTo: 'off',
  }),
});
