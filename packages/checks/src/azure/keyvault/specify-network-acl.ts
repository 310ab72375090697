import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-keyvault-specify-network-acl',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'azurerm_key_vault',

  title: 'Key vaults should deny network access by default',
  why: 'Without network rules every network may talk to a vault, and only credentials protect it. Rules that deny by default leave the named networks.',
  harm: 'Anyone on the internet with stolen credentials can read the secrets.',
  remedy:
    'Add a `network_acls` block with the default action `Deny`, or set `public_network_access_enabled` to `false`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/key-vault/general/network-security',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault#network_acls',
  ],
  alsoKnownAs: {
    tfsec: ['AZU020'],
    trivy: ['AVD-AZU-0013', 'AZU-0013'],
    checkov: ['CKV_AZURE_109'],
  },

  messages: {
    missing: '`{address}` has no `network_acls` block, so every network may reach it',
    allow: '`{address}` lets every network in by default',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_key_vault" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          tenant_id           = "00000000-0000-0000-0000-000000000000"
          sku_name            = "standard"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "azurerm_key_vault" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          tenant_id           = "00000000-0000-0000-0000-000000000000"
          sku_name            = "standard"

          network_acls {
            bypass         = "AzureServices"
            default_action = "Allow"
          }
        }
      `,
      expect: 'allow',
      fixed: hcl`
        resource "azurerm_key_vault" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          tenant_id           = "00000000-0000-0000-0000-000000000000"
          sku_name            = "standard"

          network_acls {
            bypass         = "AzureServices"
            default_action = "Deny"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_key_vault" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        tenant_id           = "00000000-0000-0000-0000-000000000000"
        sku_name            = "standard"

        network_acls {
          bypass         = "AzureServices"
          default_action = "Deny"
        }
      }
    `,
    hcl`
      resource "azurerm_key_vault" "orders" {
        name                          = "orders"
        resource_group_name           = "orders"
        location                      = "westeurope"
        tenant_id                     = "00000000-0000-0000-0000-000000000000"
        sku_name                      = "standard"
        public_network_access_enabled = false
      }
    `,
  ],

  evaluate(vault, report) {
    const isPublic = vault.attribute('public_network_access_enabled').truth();
    if (isPublic === 'false') return;
    const answer = vault.mayHaveBlock('network_acls');
    if (answer !== 'true') {
      if (answer === 'unknown' || isPublic === 'unknown') report.undetermined({ at: vault });
      else report.fail({ message: 'missing', at: vault });
      return;
    }
    const action = vault.attribute('network_acls.default_action');
    const denies = action.equals('Deny', true);
    if (denies === 'true') return;
    if (denies === 'unknown' || isPublic === 'unknown') report.undetermined({ at: action });
    else {
      const fix = edit.setAttribute(vault, 'network_acls.default_action', '"Deny"');
      const caution = 'clients outside the listed networks are cut off';
      report.fail({ message: 'allow', at: action, fix: edit.withCaution(fix, caution) });
    }
  },
});
