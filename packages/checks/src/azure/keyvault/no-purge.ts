import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-keyvault-no-purge',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_key_vault',

  title: 'Key vaults should be protected against purging',
  why: 'A deleted vault, key or secret can be recovered for some time. Without purge protection anyone with the right to do so can remove it for good before that.',
  harm: 'Keys and secrets are lost for ever, and with them the data they protect.',
  remedy: 'Set `purge_protection_enabled` to `true`. It cannot be switched off again.',
  links: [
    'https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview#purge-protection',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault#purge_protection_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AZU021'],
    trivy: ['AVD-AZU-0016', 'AZU-0016'],
    checkov: ['CKV_AZURE_110', 'CKV_AZURE_42'],
  },

  messages: {
    missing: '`{address}` does not set `purge_protection_enabled`, so what is deleted can be purged',
    disabled: '`{address}` switches purge protection off',
    retention: '`{address}` keeps deleted items for {value} days instead of 7 to 90',
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
      fixed: hcl`
        resource "azurerm_key_vault" "orders" {
          name                     = "orders"
          resource_group_name      = "orders"
          location                 = "westeurope"
          tenant_id                = "00000000-0000-0000-0000-000000000000"
          sku_name                 = "standard"
          purge_protection_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_key_vault" "orders" {
          name                       = "orders"
          resource_group_name        = "orders"
          location                   = "westeurope"
          tenant_id                  = "00000000-0000-0000-0000-000000000000"
          sku_name                   = "standard"
          purge_protection_enabled   = false
          soft_delete_retention_days = 30
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_key_vault" "orders" {
          name                       = "orders"
          resource_group_name        = "orders"
          location                   = "westeurope"
          tenant_id                  = "00000000-0000-0000-0000-000000000000"
          sku_name                   = "standard"
          purge_protection_enabled   = true
          soft_delete_retention_days = 30
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_key_vault" "orders" {
        name                     = "orders"
        resource_group_name      = "orders"
        location                 = "westeurope"
        tenant_id                = "00000000-0000-0000-0000-000000000000"
        sku_name                 = "standard"
        purge_protection_enabled = true
      }
    `,
    hcl`
      resource "azurerm_key_vault" "orders" {
        name                       = "orders"
        resource_group_name        = "orders"
        location                   = "westeurope"
        tenant_id                  = "00000000-0000-0000-0000-000000000000"
        sku_name                   = "standard"
        purge_protection_enabled   = true
        soft_delete_retention_days = 30
      }
    `,
  ],

  evaluate(vault, report) {
    const purge = vault.attribute('purge_protection_enabled');
    const fix = edit.withCaution(
      edit.setAttribute(vault, 'purge_protection_enabled', 'true'),
      'purge protection cannot be switched off again',
    );
    switch (purge.truth()) {
      case 'absent':
        report.fail({ message: 'missing', at: purge, fix });
        return;
      case 'false':
        report.fail({ message: 'disabled', at: purge, fix });
        return;
      case 'unknown':
        report.undetermined({ at: purge });
        return;
      case 'true': {
        // Missing means 90 days; tfsec and Trivy read it as 0.
        const days = vault.attribute('soft_delete_retention_days');
        const isLongEnough = days.compares((number) => number >= 7 && number <= 90);
        if (isLongEnough === 'unknown') report.undetermined({ at: days });
        if (isLongEnough === 'false') report.fail({ message: 'retention', at: days });
      }
    }
  },
});
