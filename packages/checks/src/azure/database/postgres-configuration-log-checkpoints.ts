import { defineCheck, hcl } from '../../kit/index.ts';
import { CONFIGURATION_TYPES, forbidOff } from './postgres-parameter.ts';

export default defineCheck({
  id: 'azure-database-postgres-configuration-log-checkpoints',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: CONFIGURATION_TYPES,

  title: 'PostgreSQL servers should log checkpoints',
  why: 'With this parameter a server logs each checkpoint. Azure has it on; the log helps to tell a fault from an attack.',
  harm: 'Attacks and faults are harder to notice.',
  remedy: 'Set the parameter `log_checkpoints` to `on`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0024', 'AZU-0024'],
    checkov: ['CKV_AZURE_30'],
  },

  messages: {
    off: '`{address}` switches the log of checkpoints off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "log_checkpoints"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "log_checkpoints"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "on"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "log_checkpoints"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "log_checkpoints"
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
        name      = "log_checkpoints"
        server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
        value     = "on"
      }
    `,
  ],

  evaluate: forbidOff({ single: 'log_checkpoints', flexible: 'log_checkpoints' }),
});
