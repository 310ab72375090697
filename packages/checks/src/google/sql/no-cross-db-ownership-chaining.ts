import { defineCheck, hcl, not } from '../../kit/index.ts';
import { isOn, requireFlag } from './database-flags.ts';

export default defineCheck({
  id: 'google-sql-no-cross-db-ownership-chaining',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_sql_database_instance',

  title: 'SQL Server instances should not chain ownership across databases',
  why: 'With ownership chaining across databases, rights in one database reach objects in another that has the same owner.',
  harm: 'A user of one database reaches the data of others.',
  remedy: 'Add a `database_flags` block that sets `cross db ownership chaining` to `off`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#database_flags',
    'https://learn.microsoft.com/en-us/sql/database-engine/configure-windows/server-configuration-options-sql-server',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0019', 'GCP-0019'],
    checkov: ['CKV_GCP_58'],
  },

  messages: {
    missing: '`{address}` leaves `cross db ownership chaining` to the default of the server',
    value: '`{address}` switches `cross db ownership chaining` on, so rights may reach from one database into another',
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
              name  = "cross db ownership chaining"
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
              name  = "cross db ownership chaining"
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
              name  = "cross db ownership chaining"
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
            name  = "cross db ownership chaining"
            value = "off"
          }
        }
      }
    `,
  ],

  evaluate: requireFlag({
    family: 'SQLSERVER',
    flag: 'cross db ownership chaining',
    absent: 'fails',
    isFine: (value) => not(isOn(value)),
    fixTo: 'off',
  }),
});
