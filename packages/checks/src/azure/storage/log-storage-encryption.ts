import { allowOnly, defineCheck, forbidFalse, hcl } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';

export default defineCheck({
  id: 'azure-storage-log-storage-encryption',
  since: '1.0.0',
  status: 'retired',
  reason:
    'It asks what `azure-storage-enforce-https` and `azure-storage-use-secure-tls-policy` ask; those two report it.',
  severity: 'HIGH',
  resource: 'azurerm_storage_account',

  title: 'Storage accounts should demand encrypted connections with a modern TLS version',
  why: 'An account should refuse plain HTTP and the broken TLS versions 1.0 and 1.1.',
  harm: 'Data and access tokens can be read and changed on their way.',
  remedy: 'Leave `https_traffic_only_enabled` on and `min_tls_version` at `TLS1_2` or newer.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#https_traffic_only_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#min_tls_version',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0059', 'AZU-0059'],
  },

  messages: {
    disabled: '`{address}` accepts connections without encryption',
    value: '`{address}` accepts `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                       = "ordersfiles"
          resource_group_name        = "orders"
          location                   = "westeurope"
          account_tier               = "Standard"
          account_replication_type   = "GZRS"
          https_traffic_only_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                       = "ordersfiles"
          resource_group_name        = "orders"
          location                   = "westeurope"
          account_tier               = "Standard"
          account_replication_type   = "GZRS"
          https_traffic_only_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"
          min_tls_version          = "TLS1_0"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"
          min_tls_version          = "TLS1_2"
        }
      `,
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
    `,
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                     = "ordersfiles"
        resource_group_name      = "orders"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "GZRS"
        min_tls_version          = "TLS1_3"
      }
    `,
  ],

  evaluate(account, report) {
    byAnyName('https_traffic_only_enabled', (name) => forbidFalse(name))(account, report);
    allowOnly('min_tls_version', ['TLS1_2', 'TLS1_3'], { fixTo: '"TLS1_2"' })(account, report);
  },
});
