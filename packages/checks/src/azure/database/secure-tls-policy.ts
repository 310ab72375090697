import { allowOnly, defineCheck, edit, hcl } from '../../kit/index.ts';
import { nameIn } from '../renames.ts';

/** Parameters of flexible servers with the versions they accept. */
const PARAMETERS: readonly string[] = ['ssl_min_protocol_version', 'tls_version'];

export default defineCheck({
  id: 'azure-database-secure-tls-policy',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: [
    'azurerm_mssql_server',
    'azurerm_mysql_server',
    'azurerm_postgresql_server',
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_postgresql_flexible_server_configuration',
  ],

  title: 'Database servers should accept TLS 1.2 or newer only',
  why: 'TLS 1.0 and 1.1 have known weaknesses. Servers ask for 1.2 unless an older version is written.',
  harm: 'Connections can be forced to a weak protocol and read.',
  remedy: 'Set the least TLS version to 1.2, or leave it out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server#minimum_tls_version',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server#ssl_minimal_tls_version_enforced',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server_configuration',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0026', 'AZU-0026'],
    checkov: ['CKV_AZURE_52', 'CKV_AZURE_54', 'CKV_AZURE_147'],
  },
  providerFacts: [
    {
      version: 'azurerm < 3',
      fact: 'A missing version means none is demanded. tfsec judged by that; this check judges by the newer default.',
    },
    { version: 'azurerm 5', fact: '`azurerm_mssql_server` refuses older versions than 1.2.' },
  ],

  messages: {
    value: '`{address}` accepts `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          version             = "12.0"
          minimum_tls_version = "1.0"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          version             = "12.0"
          minimum_tls_version = "1.2"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_server" "orders" {
          name                             = "orders"
          resource_group_name              = "orders"
          location                         = "westeurope"
          sku_name                         = "GP_Gen5_4"
          version                          = "11"
          ssl_enforcement_enabled          = true
          ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_postgresql_server" "orders" {
          name                             = "orders"
          resource_group_name              = "orders"
          location                         = "westeurope"
          sku_name                         = "GP_Gen5_4"
          version                          = "11"
          ssl_enforcement_enabled          = true
          ssl_minimal_tls_version_enforced = "TLS1_2"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_mysql_flexible_server_configuration" "tls" {
          name                = "tls_version"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "TLSv1.1,TLSv1.2"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_mysql_flexible_server_configuration" "tls" {
          name                = "tls_version"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "TLSv1.2"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        version             = "12.0"
      }
    `,
    hcl`
      resource "azurerm_mssql_server" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        version             = "12.0"
        minimum_tls_version = "1.2"
      }
    `,
    hcl`
      resource "azurerm_postgresql_server" "orders" {
        name                             = "orders"
        resource_group_name              = "orders"
        location                         = "westeurope"
        sku_name                         = "GP_Gen5_4"
        version                          = "11"
        ssl_enforcement_enabled          = true
        ssl_minimal_tls_version_enforced = "TLS1_2"
      }
    `,
    hcl`
      resource "azurerm_postgresql_flexible_server_configuration" "tls" {
        name      = "ssl_min_protocol_version"
        server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
        value     = "TLSv1.3"
      }
    `,
  ],

  evaluate(resource, report) {
    if (!resource.type.endsWith('_configuration')) {
      const isSql = resource.type === 'azurerm_mssql_server';
      const secure = isSql ? ['1.2', '1.3'] : ['TLS1_2', 'TLS1_3'];
      const fixTo = isSql ? '"1.2"' : '"TLS1_2"';
      allowOnly(nameIn(resource, 'minimum_tls_version'), secure, { fixTo })(resource, report);
      return;
    }
    const isIt = resource.attribute('name').isOneOf(PARAMETERS, true);
    if (isIt === 'false' || isIt === 'absent') return;
    const value = resource.attribute('value');
    const isSecure = value.matches(hasNewVersionsOnly);
    if (isSecure === 'unknown' || (isSecure === 'false' && isIt === 'unknown')) report.undetermined({ at: value });
    else if (isSecure === 'false') {
      report.fail({ message: 'value', at: value, fix: edit.setAttribute(resource, 'value', '"TLSv1.2"') });
    }
  },
});

/** MySQL takes a list of versions, PostgreSQL the least one. */
function hasNewVersionsOnly(text: string): boolean {
  return text.split(',').every((version) => /^tlsv1\.[23]$/i.test(version.trim()));
}
