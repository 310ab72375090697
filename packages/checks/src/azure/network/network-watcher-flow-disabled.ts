import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-network-network-watcher-flow-disabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_network_watcher_flow_log',

  title: 'Flow logs should be switched on',
  why: 'Flow logs record which traffic was let through and which was refused. A flow log with `enabled = false` exists and records nothing.',
  harm: 'Attacks on the network leave no record.',
  remedy: 'Set `enabled` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log',
  ],
  alsoKnownAs: {
    tfsec: ['azure-network-watcher-flow-disabled'],
    trivy: ['AVD-AZU-0073', 'AZU-0073'],
  },

  messages: {
    missing: '`{address}` does not say that it is on',
    disabled: '`{address}` is switched off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_network_watcher_flow_log" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          network_watcher_name = "westeurope"
          target_resource_id   = azurerm_virtual_network.orders.id
          storage_account_id   = azurerm_storage_account.logs.id
          enabled              = false

          retention_policy {
            enabled = true
            days    = 90
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_network_watcher_flow_log" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          network_watcher_name = "westeurope"
          target_resource_id   = azurerm_virtual_network.orders.id
          storage_account_id   = azurerm_storage_account.logs.id
          enabled              = true

          retention_policy {
            enabled = true
            days    = 90
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_network_watcher_flow_log" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        network_watcher_name = "westeurope"
        target_resource_id   = azurerm_virtual_network.orders.id
        storage_account_id   = azurerm_storage_account.logs.id
        enabled              = true

        retention_policy {
          enabled = true
          days    = 90
        }
      }
    `,
  ],

  evaluate: requireTrue('enabled'),
});
