import { defineCheck, hcl } from '../../kit/index.ts';
import { judgeExpiry } from './expiry-date.ts';

export default defineCheck({
  id: 'azure-keyvault-ensure-key-expiry',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_key_vault_key',

  title: 'Keys of key vaults should expire',
  why: 'A key without an end stays usable for ever when nobody remembers to replace it. A date, or a rotation policy that gives every new version one, sets a limit.',
  harm: 'A leaked or forgotten key stays valid for ever.',
  remedy: 'Set `expiration_date`, or `expire_after` in a `rotation_policy`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key#expiration_date',
  ],
  alsoKnownAs: {
    tfsec: ['AZU026'],
    trivy: ['AVD-AZU-0014', 'AZU-0014'],
    checkov: ['CKV_AZURE_40'],
  },

  messages: {
    missing: '`{address}` never expires',
    invalid: '`{address}` has an `expiration_date` that is no RFC 3339 time (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_key_vault_key" "orders" {
          name         = "orders"
          key_vault_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
          key_type     = "RSA"
          key_size     = 3072
          key_opts     = ["unwrapKey", "wrapKey"]
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_key_vault_key" "orders" {
        name            = "orders"
        key_vault_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
        key_type        = "RSA"
        key_size        = 3072
        key_opts        = ["unwrapKey", "wrapKey"]
        expiration_date = "2027-12-31T00:00:00Z"
      }
    `,
    hcl`
      resource "azurerm_key_vault_key" "orders" {
        name         = "orders"
        key_vault_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
        key_type     = "RSA"
        key_size     = 3072
        key_opts     = ["unwrapKey", "wrapKey"]

        rotation_policy {
          expire_after         = "P90D"
          notify_before_expiry = "P29D"
        }
      }
    `,
  ],

  evaluate(key, report) {
    const limit = key.attribute('rotation_policy.expire_after').isSet();
    if (limit === 'true') return;
    const date = key.attribute('expiration_date');
    const expiry = judgeExpiry(date);
    if (expiry === 'unknown' || (expiry === 'missing' && limit === 'unknown')) report.undetermined({ at: date });
    else if (expiry !== 'valid') report.fail({ message: expiry, at: date });
  },
});
