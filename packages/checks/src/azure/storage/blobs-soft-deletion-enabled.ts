import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-storage-blobs-soft-deletion-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_storage_account',

  title: 'Blobs should be kept for a while after they are deleted',
  why: 'Soft delete keeps blobs for some days after they were deleted or overwritten. It is off until the account has a `delete_retention_policy` block.',
  harm: 'Data that is deleted by mistake or by an intruder is gone.',
  remedy: 'Add a `delete_retention_policy` with at least 7 days to `blob_properties`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#delete_retention_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0056', 'AZU-0056'],
  },

  messages: {
    missing: '`{address}` has no `delete_retention_policy`, so deleted blobs are gone at once',
    off: '`{address}` keeps deleted blobs for no day',
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
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"

          blob_properties {
            delete_retention_policy {
              days = 7
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"

          blob_properties {
            versioning_enabled = true
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "GZRS"

          blob_properties {
            versioning_enabled = true

            delete_retention_policy {
              days = 7
            }
          }
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

        blob_properties {
          delete_retention_policy {
            days = 30
          }
        }
      }
    `,
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                     = "ordersfiles"
        resource_group_name      = "orders"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "GZRS"

        blob_properties {
          delete_retention_policy {}
        }
      }
    `,
  ],

  evaluate(account, report) {
    // Premium file shares hold no blobs.
    const holdsFilesOnly = account.attribute('account_kind').equals('FileStorage');
    if (holdsFilesOnly === 'true') return;
    const place = account.block('blob_properties') ?? account;
    const policy = account.mayHaveBlock('blob_properties.delete_retention_policy');
    const days = account.attribute('blob_properties.delete_retention_policy.days');
    // The provider takes 1 to 365 days, 7 when none are written; Trivy reports only a written 0.
    const isOff = policy === 'true' ? days.compares((number) => number < 1) : 'absent';
    if (policy === 'unknown' || isOff === 'unknown' || (holdsFilesOnly === 'unknown' && policy === 'false')) {
      report.undetermined({ at: isOff === 'unknown' ? days : place });
    } else if (policy === 'false') {
      const fix = edit.setAttribute(account, 'blob_properties.delete_retention_policy.days', '7');
      report.fail({ message: 'missing', at: place, fix });
    } else if (isOff === 'true') {
      const fix = edit.setAttribute(account, 'blob_properties.delete_retention_policy.days', '7');
      report.fail({ message: 'off', at: days, fix });
    }
  },
});
