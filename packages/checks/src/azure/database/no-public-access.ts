import { defineCheck, edit, hcl } from '../../kit/index.ts';

/** Types that can live in a subnet of their own, where they have no public endpoint. */
const FLEXIBLE: readonly string[] = ['azurerm_mysql_flexible_server', 'azurerm_postgresql_flexible_server'];

export default defineCheck({
  id: 'azure-database-no-public-access',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: [
    'azurerm_mssql_server',
    'azurerm_mysql_server',
    'azurerm_mariadb_server',
    'azurerm_postgresql_server',
    'azurerm_mysql_flexible_server',
    'azurerm_postgresql_flexible_server',
  ],

  title: 'Database servers should not have a public endpoint',
  why: 'A server is reachable from the internet unless that is switched off. Databases are rarely meant to be; private endpoints and virtual networks reach them without it.',
  harm: 'The database can be attacked from the internet.',
  remedy: 'Set `public_network_access_enabled` to `false`, or put a flexible server into a delegated subnet.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server#public_network_access_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server#public_network_access_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server#public_network_access',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0022', 'AZU-0022'],
    checkov: ['CKV_AZURE_113', 'CKV_AZURE_53', 'CKV_AZURE_68', 'CKV_AZURE_48'],
  },
  providerFacts: [
    {
      version: 'azurerm < 4.54',
      fact: '`azurerm_mysql_flexible_server` has no switch; only a delegated subnet makes it private.',
    },
  ],

  messages: {
    missing: '`{address}` does not switch its public endpoint off',
    enabled: '`{address}` has a public endpoint',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          version             = "12.0"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                          = "orders"
          resource_group_name           = "orders"
          location                      = "westeurope"
          version                       = "12.0"
          public_network_access_enabled = false
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_flexible_server" "orders" {
          name                          = "orders"
          resource_group_name           = "orders"
          location                      = "westeurope"
          public_network_access_enabled = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "azurerm_postgresql_flexible_server" "orders" {
          name                          = "orders"
          resource_group_name           = "orders"
          location                      = "westeurope"
          public_network_access_enabled = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server" "orders" {
        name                          = "orders"
        resource_group_name           = "orders"
        location                      = "westeurope"
        version                       = "12.0"
        public_network_access_enabled = false
      }
    `,
    hcl`
      resource "azurerm_postgresql_flexible_server" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        delegated_subnet_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Network/virtualNetworks/orders/subnets/data"
        private_dns_zone_id = azurerm_private_dns_zone.orders.id
      }
    `,
  ],

  evaluate(server, report) {
    const isPrivate = FLEXIBLE.includes(server.type) ? server.attribute('delegated_subnet_id').isSet() : 'false';
    if (isPrivate === 'true') return;
    const isMysql = server.type === 'azurerm_mysql_flexible_server';
    const name = isMysql ? 'public_network_access' : 'public_network_access_enabled';
    const access = server.attribute(name);
    const isOn = isMysql ? access.equals('Enabled', true) : access.truth();
    if (isOn === 'false') return;
    if (isOn === 'unknown' || isPrivate === 'unknown') {
      report.undetermined({ at: isPrivate === 'unknown' ? server.attribute('delegated_subnet_id') : access });
      return;
    }
    const fix = edit.setAttribute(server, name, isMysql ? '"Disabled"' : 'false');
    const caution = 'clients outside private networks are cut off';
    report.fail({ message: isOn === 'true' ? 'enabled' : 'missing', at: access, fix: edit.withCaution(fix, caution) });
  },
});
