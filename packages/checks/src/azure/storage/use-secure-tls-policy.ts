import { allowOnly, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-storage-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'azurerm_storage_account',

  title: 'Storage accounts should accept TLS 1.2 or newer only',
  why: 'TLS 1.0 and 1.1 have known weaknesses. The provider asks for 1.2 unless an older version is written.',
  harm: 'Connections can be forced to a weak protocol and read.',
  remedy: 'Set `min_tls_version` to `TLS1_2`, or leave it out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#min_tls_version',
  ],
  alsoKnownAs: {
    tfsec: ['AZU015'],
    trivy: ['AVD-AZU-0011', 'AZU-0011'],
    checkov: ['CKV_AZURE_44'],
  },
  providerFacts: [
    {
      version: 'azurerm < 3',
      fact: 'A missing `min_tls_version` means TLS 1.0. tfsec judged by that; this check judges by the newer default.',
    },
    { version: 'azurerm 5', fact: 'TLS 1.0 and 1.1 are refused by the provider.' },
  ],

  messages: {
    value: '`{address}` accepts `{value}`',
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
          min_tls_version          = "TLS1_1"
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
        min_tls_version          = "TLS1_2"
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
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                     = "ordersfiles"
        resource_group_name      = "orders"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "GZRS"
      }
    `,
  ],

  evaluate: allowOnly('min_tls_version', ['TLS1_2', 'TLS1_3'], { fixTo: '"TLS1_2"' }),
});
