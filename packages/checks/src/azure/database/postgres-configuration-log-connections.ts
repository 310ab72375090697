import { defineCheck, hcl } from '../../kit/index.ts';
import { CONFIGURATION_TYPES, forbidOff } from './postgres-parameter.ts';

export default defineCheck({
  id: 'azure-database-postgres-configuration-log-connections',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: CONFIGURATION_TYPES,

  title: 'PostgreSQL servers should log connections',
  why: 'With this parameter a server logs each attempt to connect. Azure has it on; without it guessed passwords go unnoticed.',
  harm: 'Attacks and faults are harder to notice.',
  remedy: 'Set the parameter `log_connections` to `on`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0019', 'AZU-0019'],
    checkov: ['CKV_AZURE_31'],
  },

  messages: {
    off: '`{address}` switches the log of connections off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "log_connections"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "log_connections"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "on"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "log_connections"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "log_connections"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "on"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_postgresql_flexible_server_configuration" "orders" {
        name      = "log_connections"
        server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
        value     = "on"
      }
    `,
  ],

  evaluate: forbidOff({ single: 'log_connections', flexible: 'log_connections' }),
});
