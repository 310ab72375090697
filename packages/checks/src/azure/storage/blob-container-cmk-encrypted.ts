import type { Answer, BlockView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { belongingTo } from './account-companions.ts';

const INLINE_KEYS: readonly string[] = ['key_vault_key_id', 'managed_hsm_key_id'];
const COMPANION_KEYS: readonly string[] = ['key_vault_key_id', 'managed_hsm_key_id', 'key_vault_id', 'key_vault_uri'];

export default defineCheck({
  id: 'azure-storage-blob-container-cmk-encrypted',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['azurerm_storage_account', 'azurerm_storage_account_customer_managed_key'],

  title: 'Storage accounts with containers should use a key of your own',
  why: 'Azure encrypts every account with a key that Microsoft manages. With a key in your own vault you decide on its rotation and who uses it, and you can revoke it.',
  harm: 'Access to the data cannot be withdrawn by revoking the key.',
  remedy: 'Add a `customer_managed_key` block, or an `azurerm_storage_account_customer_managed_key`, that names a key.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/customer-managed-keys-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#customer_managed_key',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_customer_managed_key',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0060', 'AZU-0060'],
  },
  providerFacts: [
    {
      version: 'azurerm < 5',
      fact: 'The companion names its key by `key_vault_id` (or `key_vault_uri`) and `key_name`; later by `key_vault_key_id`. All are read.',
    },
  ],

  messages: {
    platformKey: '`{address}` holds containers and is encrypted with a key that Microsoft manages',
    noKey: '`{address}` names no key',
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

        resource "azurerm_storage_container" "invoices" {
          name               = "invoices"
          storage_account_id = azurerm_storage_account.orders.id
        }
      `,
      expect: 'platformKey',
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

        identity {
          type         = "UserAssigned"
          identity_ids = [azurerm_user_assigned_identity.orders.id]
        }

        customer_managed_key {
          key_vault_key_id          = "https://orders.vault.azure.net/keys/orders"
          user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
        }
      }

      resource "azurerm_storage_container" "invoices" {
        name               = "invoices"
        storage_account_id = azurerm_storage_account.orders.id
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

      resource "azurerm_storage_container" "invoices" {
        name               = "invoices"
        storage_account_id = azurerm_storage_account.orders.id
      }

      resource "azurerm_storage_account_customer_managed_key" "orders" {
        storage_account_id = azurerm_storage_account.orders.id
        key_vault_key_id   = "https://orders.vault.azure.net/keys/orders"
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'azurerm_storage_account_customer_managed_key') {
      const answer = namesKey(resource, COMPANION_KEYS);
      if (answer === 'unknown') report.undetermined({ at: resource });
      if (answer === 'false') report.fail({ message: 'noKey', at: resource });
      return;
    }
    const containers = belongingTo(resource, 'azurerm_storage_container').answer;
    if (containers === 'false') return;
    const inline = resource.blocks('customer_managed_key').map((block) => namesKey(block, INLINE_KEYS));
    const companions = belongingTo(resource, 'azurerm_storage_account_customer_managed_key').answer;
    const hasKey = anyOf([...inline, companions]);
    if (hasKey === 'true') return;
    if (
      hasKey === 'unknown' ||
      containers === 'unknown' ||
      resource.mayHaveBlock('customer_managed_key') === 'unknown'
    ) {
      report.undetermined({ at: resource });
    } else {
      report.fail({ message: 'platformKey', at: resource.block('customer_managed_key') ?? resource });
    }
  },
});

function namesKey(block: BlockView, names: readonly string[]): Answer {
  return anyOf(names.map((name) => block.attribute(name).isSet()));
}
