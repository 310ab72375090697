import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-keyvault-content-type-for-secret',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_key_vault_secret',

  title: 'Secrets of key vaults should say what they hold',
  why: 'The content type tells whoever reads a secret how to interpret it, and helps to find all secrets of a kind when they have to be replaced.',
  harm: 'Readers have to guess the format, and secrets of a kind are overlooked when they are rotated.',
  remedy: 'Set `content_type`, for example to `password` or `application/x-pkcs12`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret#content_type',
  ],
  alsoKnownAs: {
    tfsec: ['AZU022'],
    trivy: ['AVD-AZU-0015', 'AZU-0015'],
    checkov: ['CKV_AZURE_114'],
  },

  messages: {
    missing: '`{address}` has no `content_type`',
  },

  examples: () => [
    {
      bad: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "azurerm_key_vault_secret" "password" {
          name         = "password"
          key_vault_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
          value        = var.password
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      variable "password" {
        type      = string
        sensitive = true
      }

      resource "azurerm_key_vault_secret" "password" {
        name         = "password"
        key_vault_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
        value        = var.password
        content_type = "password"
      }
    `,
  ],

  evaluate: requireSet('content_type'),
});
