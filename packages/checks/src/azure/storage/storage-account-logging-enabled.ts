import { defineCheck, hcl } from '../../kit/index.ts';
import type { LoggedService } from './account-companions.ts';
import { logsRequests } from './account-companions.ts';

const SERVICES: readonly LoggedService[] = ['blobServices', 'fileServices', 'queueServices', 'tableServices'];

export default defineCheck({
  id: 'azure-storage-storage-account-logging-enabled',
  since: '1.0.0',
  status: 'preview',
  reason:
    'Logging of accounts is mostly set up by a policy or in another configuration, so nearly every account would be reported.',
  severity: 'MEDIUM',
  resource: 'azurerm_storage_account',

  title: 'Requests to storage accounts should be logged',
  why: 'Logs of the blob, file, queue and table services show who reads and changes the data of an account. They are off until somebody asks for them.',
  harm: 'Misuse of the data leaves no record.',
  remedy: 'Add a diagnostic setting for the services of the account that are in use.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/blobs/monitor-blob-storage',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_queue_properties',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0057', 'AZU-0057'],
  },

  messages: {
    unlogged: '`{address}` logs no requests',
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

      resource "azurerm_monitor_diagnostic_setting" "blobs" {
        name                       = "blobs"
        target_resource_id         = "\${azurerm_storage_account.orders.id}/blobServices/default"
        log_analytics_workspace_id = azurerm_log_analytics_workspace.orders.id

        enabled_log {
          category_group = "audit"
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
  ],

  evaluate(account, report) {
    const logged = logsRequests(account, SERVICES);
    if (logged === 'unknown') report.undetermined({ at: account });
    if (logged === 'false') report.fail({ message: 'unlogged', at: account.block('queue_properties') ?? account });
  },
});
