import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

/** Kinds of account that cannot have it. */
const WITHOUT = ['Storage', 'BlobStorage'];

const ENCRYPTED_TWICE = requireTrue('infrastructure_encryption_enabled', { caution: 'the account is replaced' });

export default defineCheck({
  id: 'azure-storage-infrastructure-encryption-enabled',
  since: '1.0.0',
  // Storage is encrypted in any case; this is a second layer for regulated data.
  severity: 'LOW',
  resource: 'azurerm_storage_account',

  title: 'Storage accounts should be encrypted a second time by the infrastructure',
  why: 'Infrastructure encryption encrypts the data once more, below the service and with another key and algorithm.',
  harm: 'One broken key or algorithm is enough to expose the data.',
  remedy: 'Set `infrastructure_encryption_enabled` to `true` when the account is created.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/infrastructure-encryption-enable',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#infrastructure_encryption_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0061', 'AZU-0061'],
  },

  messages: {
    missing: '`{address}` is encrypted once only',
    disabled: '`{address}` switches infrastructure encryption off',
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
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                              = "ordersfiles"
          resource_group_name               = "orders"
          location                          = "westeurope"
          account_tier                      = "Standard"
          account_replication_type          = "GZRS"
          infrastructure_encryption_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                              = "ordersfiles"
          resource_group_name               = "orders"
          location                          = "westeurope"
          account_tier                      = "Standard"
          account_replication_type          = "GZRS"
          infrastructure_encryption_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                              = "ordersfiles"
          resource_group_name               = "orders"
          location                          = "westeurope"
          account_tier                      = "Standard"
          account_replication_type          = "GZRS"
          infrastructure_encryption_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                              = "ordersfiles"
        resource_group_name               = "orders"
        location                          = "westeurope"
        account_tier                      = "Standard"
        account_replication_type          = "GZRS"
        infrastructure_encryption_enabled = true
      }
    `,
  ],

  evaluate(account, report) {
    const kind = account.attribute('account_kind');
    const isUnable = kind.isOneOf(WITHOUT);
    if (isUnable === 'unknown') report.undetermined({ at: kind });
    if (isUnable === 'false' || isUnable === 'absent') ENCRYPTED_TWICE(account, report);
  },
});
