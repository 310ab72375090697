import { defineCheck, hcl } from '../../kit/index.ts';
import { judgeExpiry } from './expiry-date.ts';

export default defineCheck({
  id: 'azure-keyvault-ensure-secret-expiry',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_key_vault_secret',

  title: 'Secrets of key vaults should expire',
  why: 'A secret without an end is easily forgotten and stays valid. An expiry date makes somebody replace it in time.',
  harm: 'A leaked or forgotten secret stays valid for ever.',
  remedy: 'Set `expiration_date`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret#expiration_date',
  ],
  alsoKnownAs: {
    tfsec: ['AZU023'],
    trivy: ['AVD-AZU-0017', 'AZU-0017'],
    checkov: ['CKV_AZURE_41'],
  },

  messages: {
    missing: '`{address}` never expires',
    invalid: '`{address}` has an `expiration_date` that is no RFC 3339 time (`{value}`)',
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
        name            = "password"
        key_vault_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
        value           = var.password
        expiration_date = "2027-12-31T00:00:00Z"
      }
    `,
  ],

  evaluate(secret, report) {
    const date = secret.attribute('expiration_date');
    const expiry = judgeExpiry(date);
    if (expiry === 'unknown') report.undetermined({ at: date });
    else if (expiry !== 'valid') report.fail({ message: expiry, at: date });
  },
});
