import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-database-enable-audit',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['azurerm_mssql_server', 'azurerm_sql_server', 'azurerm_mssql_server_extended_auditing_policy'],

  title: 'SQL servers should be audited',
  why: 'Auditing writes what happens in the databases to a log. It is the only way to see later who read or changed what.',
  harm: 'Access to the data and changes of it leave no trace.',
  remedy: 'Add an `azurerm_mssql_server_extended_auditing_policy` for the server.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server',
  ],
  alsoKnownAs: {
    tfsec: ['AZU018'],
    trivy: ['AVD-AZU-0027', 'AZU-0027'],
    checkov: ['CKV_AZURE_23'],
  },
  providerFacts: [
    { version: 'azurerm < 3', fact: 'The policy is a block `extended_auditing_policy` of the server; it counts too.' },
  ],

  messages: {
    missing: '`{address}` has no auditing policy',
    disabled: '`{address}` is switched off',
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
    },
    {
      bad: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          version             = "12.0"
        }

        resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
          server_id              = azurerm_mssql_server.orders.id
          enabled                = false
          log_monitoring_enabled = true
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_mssql_server" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          version             = "12.0"
        }

        resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
          server_id              = azurerm_mssql_server.orders.id
          enabled                = true
          log_monitoring_enabled = true
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

      resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
        server_id              = azurerm_mssql_server.orders.id
        log_monitoring_enabled = true
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'azurerm_mssql_server_extended_auditing_policy') {
      const enabled = resource.attribute('enabled');
      const truth = enabled.truth();
      if (truth === 'unknown') report.undetermined({ at: enabled });
      if (truth === 'false') {
        report.fail({ message: 'disabled', at: enabled, fix: edit.setAttribute(resource, 'enabled', 'true') });
      }
      return;
    }
    const audited = isAudited(resource);
    if (audited === 'unknown') report.undetermined({ at: resource });
    if (audited === 'false') report.fail({ message: 'missing', at: resource });
  },
});

/** By a policy of the server, whose switch is judged where it stands, or by one of a database of it. */
function isAudited(server: ResourceView): Answer {
  const databases = server.relatedTo('azurerm_mssql_database', 'server_id');
  return anyOf([
    server.mayHaveBlock('extended_auditing_policy'),
    server.relatedTo('azurerm_mssql_server_extended_auditing_policy', 'server_id').answer,
    ...databases.found.flatMap((database) => [
      database.mayHaveBlock('extended_auditing_policy'),
      database.relatedTo('azurerm_mssql_database_extended_auditing_policy', 'database_id').answer,
    ]),
  ]);
}
