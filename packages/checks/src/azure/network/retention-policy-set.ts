import { defineCheck, edit, hcl, requireTrue } from '../../kit/index.ts';

const LEAST_DAYS = 90;

const IS_ON = requireTrue('retention_policy.enabled');

export default defineCheck({
  id: 'azure-network-retention-policy-set',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_network_watcher_flow_log',

  title: 'Flow logs should be kept for at least 90 days',
  why: 'Intrusions are often found weeks later. The flow records of that time are needed then.',
  harm: 'The records are gone before the intrusion is found.',
  remedy: 'Set `enabled = true` and `days = 90` or more in `retention_policy`; 0 days mean for ever.',
  links: [
    'https://learn.microsoft.com/en-us/azure/network-watcher/network-watcher-monitoring-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log#retention_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0049', 'AZU-0049'],
    checkov: ['CKV_AZURE_12'],
  },

  messages: {
    missing: '`{address}` has no retention policy that is on',
    disabled: '`{address}` switches its retention policy off',
    short: '`{address}` keeps its records for {value} days, fewer than 90',
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
          enabled              = true

          retention_policy {
            enabled = false
            days    = 0
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
            days    = 0
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_network_watcher_flow_log" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          network_watcher_name = "westeurope"
          target_resource_id   = azurerm_virtual_network.orders.id
          storage_account_id   = azurerm_storage_account.logs.id
          enabled              = true

          retention_policy {
            enabled = true
            days    = 7
          }
        }
      `,
      expect: 'short',
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
          days    = 0
        }
      }
    `,
  ],

  evaluate(log, report) {
    const enabled = log.attribute('retention_policy.enabled');
    if (enabled.truth() !== 'true') {
      IS_ON(log, report);
      return;
    }
    const days = log.attribute('retention_policy.days');
    // Azure keeps records with 0 days for ever.
    const isShort = days.compares((number) => number !== 0 && number < LEAST_DAYS);
    if (isShort === 'unknown') report.undetermined({ at: days });
    if (isShort === 'true') {
      report.fail({
        message: 'short',
        at: days,
        fix: edit.setAttribute(log, 'retention_policy.days', String(LEAST_DAYS)),
      });
    }
  },
});
