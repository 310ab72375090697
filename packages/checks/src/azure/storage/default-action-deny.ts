import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { accountOf } from './account-companions.ts';

export default defineCheck({
  id: 'azure-storage-default-action-deny',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['azurerm_storage_account', 'azurerm_storage_account_network_rules'],

  title: 'Network rules of storage accounts should deny by default',
  why: 'Rules with the default action `Allow` let every network in, and the exceptions they list mean nothing. With `Deny` only the named networks get through.',
  harm: 'The account can be reached from the whole internet.',
  remedy: 'Set `default_action` to `Deny` and list the networks that need access.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_network_rules#default_action',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#network_rules',
  ],
  alsoKnownAs: {
    tfsec: ['AZU012'],
    trivy: ['AVD-AZU-0012', 'AZU-0012'],
    checkov: ['CKV_AZURE_35'],
  },

  messages: {
    allow: '`{address}` lets every network in by default',
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
            default_action = "Allow"
          }
        }
      `,
      expect: 'allow',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"

          network_rules {
            default_action = "Deny"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_storage_account_network_rules" "orders" {
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
          default_action     = "Allow"
          ip_rules           = ["203.0.113.7"]
        }
      `,
      expect: 'allow',
      fixed: hcl`
        resource "azurerm_storage_account_network_rules" "orders" {
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
          default_action     = "Deny"
          ip_rules           = ["203.0.113.7"]
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
          ip_rules       = ["203.0.113.7"]
        }
      }
    `,
    hcl`
      resource "azurerm_storage_account_network_rules" "orders" {
        storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
        default_action     = "Deny"
      }
    `,
  ],

  evaluate(resource, report) {
    const account = resource.type === 'azurerm_storage_account' ? resource : accountOf(resource);
    // Trivy also reports accounts without any rules; tfsec never did.
    const isPublic = account?.attribute('public_network_access_enabled').truth() ?? 'absent';
    if (isPublic === 'false') return;
    const places = resource.type === 'azurerm_storage_account' ? resource.blocks('network_rules') : [resource];
    for (const rules of places) {
      const action = rules.attribute('default_action');
      const allows = action.equals('Allow', true);
      if (allows === 'unknown' || (allows === 'true' && isPublic === 'unknown')) report.undetermined({ at: action });
      else if (allows === 'true') {
        const fix = edit.setAttribute(rules, 'default_action', '"Deny"');
        const caution = 'clients outside the listed networks are cut off';
        report.fail({ message: 'allow', at: action, fix: edit.withCaution(fix, caution) });
      }
    }
  },
});
