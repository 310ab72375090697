import { defineCheck, edit, hcl, requireTrue } from '../../kit/index.ts';

/** How the parameter of flexible servers says no. */
const OFF: readonly string[] = ['off', 'false', 'no', '0'];

const ENFORCED = requireTrue('ssl_enforcement_enabled');

export default defineCheck({
  id: 'azure-database-enable-ssl-enforcement',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: [
    'azurerm_postgresql_server',
    'azurerm_mysql_server',
    'azurerm_mariadb_server',
    'azurerm_postgresql_flexible_server_configuration',
    'azurerm_mysql_flexible_server_configuration',
  ],

  title: 'Database servers should demand encrypted connections',
  why: 'Connections without TLS show passwords and data to everybody on the way. A server can refuse them. Flexible servers do, unless the parameter `require_secure_transport` says otherwise.',
  harm: 'Data and passwords can be read and changed on their way.',
  remedy: 'Set `ssl_enforcement_enabled` to `true`; on flexible servers leave `require_secure_transport` on.',
  links: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/how-to-connect-tls-ssl',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server#ssl_enforcement_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0020', 'AZU-0020'],
    checkov: ['CKV_AZURE_28', 'CKV_AZURE_29', 'CKV_AZURE_47'],
  },

  messages: {
    missing: '`{address}` does not demand TLS',
    disabled: '`{address}` accepts connections without TLS',
    off: '`{address}` lets clients connect without TLS',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_postgresql_server" "orders" {
          name                    = "orders"
          resource_group_name     = "orders"
          location                = "westeurope"
          sku_name                = "GP_Gen5_4"
          version                 = "11"
          ssl_enforcement_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_postgresql_server" "orders" {
          name                    = "orders"
          resource_group_name     = "orders"
          location                = "westeurope"
          sku_name                = "GP_Gen5_4"
          version                 = "11"
          ssl_enforcement_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "tls" {
          name      = "require_secure_transport"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "tls" {
          name      = "require_secure_transport"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "on"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_postgresql_server" "orders" {
        name                    = "orders"
        resource_group_name     = "orders"
        location                = "westeurope"
        sku_name                = "GP_Gen5_4"
        version                 = "11"
        ssl_enforcement_enabled = true
      }
    `,
    hcl`
      resource "azurerm_postgresql_flexible_server_configuration" "tls" {
        name      = "require_secure_transport"
        server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
        value     = "on"
      }
    `,
  ],

  evaluate(resource, report) {
    if (!resource.type.endsWith('_configuration')) {
      ENFORCED(resource, report);
      return;
    }
    const isIt = resource.attribute('name').equals('require_secure_transport', true);
    const value = resource.attribute('value');
    const isOff = value.isOneOf(OFF, true);
    if (isIt === 'false' || isIt === 'absent' || isOff === 'false' || isOff === 'absent') return;
    if (isIt === 'unknown' || isOff === 'unknown')
      report.undetermined({ at: isIt === 'unknown' ? resource.attribute('name') : value });
    else report.fail({ message: 'off', at: value, fix: edit.setAttribute(resource, 'value', '"on"') });
  },
});
