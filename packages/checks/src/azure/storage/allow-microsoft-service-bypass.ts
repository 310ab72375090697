import type { AttributeView, BlockView, Fix } from '../../kit/index.ts';
import { anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-storage-allow-microsoft-service-bypass',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['azurerm_storage_account', 'azurerm_storage_account_network_rules'],

  title: 'Network rules of storage accounts should let trusted Microsoft services through',
  why: 'Backup, monitoring and other services of Azure work from outside the networks that the rules name. The bypass lets the ones that Microsoft trusts reach the account. Azure grants it unless `bypass` is written without it.',
  harm: 'Backups, logs and other trusted services are locked out.',
  remedy: 'Add `AzureServices` to `bypass`, or leave `bypass` out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security#trusted-microsoft-services',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#bypass',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_network_rules#bypass',
  ],
  alsoKnownAs: {
    tfsec: ['AZU013'],
    trivy: ['AVD-AZU-0010', 'AZU-0010'],
    checkov: ['CKV_AZURE_36'],
  },

  messages: {
    locked: '`{address}` keeps trusted Microsoft services out',
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

          network_rules {
            default_action = "Deny"
            bypass         = ["Metrics"]
          }
        }
      `,
      expect: 'locked',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"

          network_rules {
            default_action = "Deny"
            bypass         = ["AzureServices", "Metrics"]
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_storage_account_network_rules" "orders" {
          storage_account_id = azurerm_storage_account.orders.id
          default_action     = "Deny"
          bypass             = ["None"]
        }
      `,
      expect: 'locked',
      fixed: hcl`
        resource "azurerm_storage_account_network_rules" "orders" {
          storage_account_id = azurerm_storage_account.orders.id
          default_action     = "Deny"
          bypass             = ["AzureServices"]
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

        network_rules {
          default_action = "Deny"
          bypass         = ["AzureServices", "Metrics"]
        }
      }
    `,
    hcl`
      resource "azurerm_storage_account_network_rules" "orders" {
        storage_account_id = azurerm_storage_account.orders.id
        default_action     = "Deny"
      }
    `,
  ],

  evaluate(resource, report) {
    const places = resource.type === 'azurerm_storage_account' ? resource.blocks('network_rules') : [resource];
    for (const rules of places) {
      const bypass = rules.attribute('bypass');
      // Azure's default is `AzureServices`; tfsec 1.28 and Trivy report a missing `bypass` all the same.
      if (bypass.state === 'absent') continue;
      if (anyOf(bypass.items().map((item) => item.equals('AzureServices', true))) === 'true') continue;
      if (bypass.hasUnknownItems) report.undetermined({ at: bypass });
      else report.fail({ message: 'locked', at: bypass, fix: addServices(rules, bypass) });
    }
  },
});

function addServices(rules: BlockView, bypass: AttributeView): Fix | undefined {
  const kept = bypass
    .items()
    .flatMap((item) => item.text() ?? [])
    .filter((text) => text !== 'None');
  const list = ['AzureServices', ...kept].map((text) => JSON.stringify(text)).join(', ');
  return edit.withCaution(edit.setAttribute(rules, 'bypass', `[${list}]`), 'trusted services get access');
}
