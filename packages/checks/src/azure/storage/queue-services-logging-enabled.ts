import { defineCheck, hcl } from '../../kit/index.ts';
import { belongingTo, logsRequests } from './account-companions.ts';

export default defineCheck({
  id: 'azure-storage-queue-services-logging-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_storage_account',

  title: 'Requests to queues should be logged',
  why: 'Logging records who reads, writes and deletes messages of the queues of an account. Without it there is no trace of what happened.',
  harm: 'Misuse of queues leaves no record.',
  remedy:
    'Add an `azurerm_storage_account_queue_properties` with a `logging` block, or a diagnostic setting of the queue service.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-analytics-logging?tabs=dotnet',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#logging',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_queue_properties',
  ],
  alsoKnownAs: {
    tfsec: ['AZU016'],
    trivy: ['AVD-AZU-0009', 'AZU-0009'],
  },
  providerFacts: [
    { version: 'azurerm < 5', fact: '`queue_properties` is also a block of the account; both forms are read.' },
  ],

  messages: {
    unlogged: '`{address}` has queues and logs no requests to them',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"
        }

        resource "azurerm_storage_queue" "parcels" {
          name               = "parcels"
          storage_account_id = azurerm_storage_account.orders.id
        }
      `,
      expect: 'unlogged',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                     = "ordersfiles"
        resource_group_name      = "orders"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "GZRS"
      }

      resource "azurerm_storage_queue" "parcels" {
        name               = "parcels"
        storage_account_id = azurerm_storage_account.orders.id
      }

      resource "azurerm_storage_account_queue_properties" "orders" {
        storage_account_id = azurerm_storage_account.orders.id

        logging {
          version               = "1.0"
          read                  = true
          write                 = true
          delete                = true
          retention_policy_days = 90
        }
      }
    `,
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                     = "ordersfiles"
        resource_group_name      = "orders"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "GZRS"
      }

      resource "azurerm_storage_queue" "parcels" {
        name               = "parcels"
        storage_account_id = azurerm_storage_account.orders.id
      }

      resource "azurerm_monitor_diagnostic_setting" "queues" {
        name                       = "queues"
        target_resource_id         = "\${azurerm_storage_account.orders.id}/queueServices/default"
        log_analytics_workspace_id = azurerm_log_analytics_workspace.orders.id

        enabled_log {
          category_group = "audit"
        }
      }
    `,
  ],

  evaluate(account, report) {
    const queues = belongingTo(account, 'azurerm_storage_queue').answer;
    if (queues === 'false') return;
    const logged = logsRequests(account, ['queueServices']);
    if (logged === 'true') return;
    if (logged === 'unknown' || queues === 'unknown') report.undetermined({ at: account });
    else report.fail({ message: 'unlogged', at: account.block('queue_properties') ?? account });
  },
});
