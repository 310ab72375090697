import { defineCheck, edit, hcl } from '../../kit/index.ts';

const LEAST_DAYS = 90;

export default defineCheck({
  id: 'azure-database-retention-period-set',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: [
    'azurerm_mssql_server_extended_auditing_policy',
    'azurerm_mssql_database_extended_auditing_policy',
    'azurerm_mssql_server',
    'azurerm_sql_server',
    'azurerm_mssql_database',
  ],

  title: 'SQL audit logs should be kept for at least 90 days',
  why: 'Intrusions are often found months later. The audit records of that time are needed then. Without `retention_in_days`, or with 0, they are kept for ever.',
  harm: 'The evidence is gone before anybody needs it.',
  remedy: 'Set `retention_in_days` to 90 or more, or leave it out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy#retention_in_days',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database_extended_auditing_policy#retention_in_days',
  ],
  alsoKnownAs: {
    tfsec: ['AZU019'],
    trivy: ['AVD-AZU-0025', 'AZU-0025'],
    checkov: ['CKV_AZURE_24'],
  },
  providerFacts: [
    {
      version: 'azurerm < 3',
      fact: 'The policy is a block `extended_auditing_policy` of the server or database; it counts too.',
    },
  ],

  messages: {
    short: '`{address}` keeps audit records for {value} days, fewer than 90',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
          server_id         = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
          storage_endpoint  = azurerm_storage_account.audit.primary_blob_endpoint
          retention_in_days = 30
        }
      `,
      expect: 'short',
      fixed: hcl`
        resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
          server_id         = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
          storage_endpoint  = azurerm_storage_account.audit.primary_blob_endpoint
          retention_in_days = 90
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
        server_id         = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
        storage_endpoint  = azurerm_storage_account.audit.primary_blob_endpoint
        retention_in_days = 90
      }
    `,
    hcl`
      resource "azurerm_mssql_server_extended_auditing_policy" "orders" {
        server_id              = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
        log_monitoring_enabled = true
      }
    `,
  ],

  evaluate(resource, report) {
    const isPolicy = resource.type.endsWith('_extended_auditing_policy');
    for (const policy of isPolicy ? [resource] : resource.blocks('extended_auditing_policy')) {
      const days = policy.attribute('retention_in_days');
      const isShort = days.compares((number) => number > 0 && number < LEAST_DAYS);
      if (isShort === 'unknown') report.undetermined({ at: days });
      if (isShort === 'true') {
        report.fail({
          message: 'short',
          at: days,
          fix: edit.setAttribute(policy, 'retention_in_days', String(LEAST_DAYS)),
        });
      }
    }
  },
});
