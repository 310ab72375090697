import { defineCheck, forbidFalse, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-compute-enable-disk-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'azurerm_managed_disk',

  title: 'Encryption of managed disks should not be switched off',
  why: 'Azure Disk Encryption encrypts a disk inside the machine, on top of what the platform does. `enabled = false` in `encryption_settings` switches it off.',
  harm: 'Whoever gets hold of a copy of the disk can read it.',
  remedy:
    'Set `enabled` to `true` in `encryption_settings`, or move to azurerm 4, where the block itself switches it on.',
  links: [
    'https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk#encryption_settings',
  ],
  alsoKnownAs: {
    tfsec: ['AZU003'],
    trivy: ['AVD-AZU-0038', 'AZU-0038'],
    checkov: ['CKV_AZURE_2'],
  },
  providerFacts: [
    { version: 'azurerm >= 4', fact: 'There is no `enabled` any more, so that newer code cannot violate this check.' },
  ],

  messages: {
    disabled: '`{address}` switches its encryption settings off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_managed_disk" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          location             = "westeurope"
          storage_account_type = "Premium_LRS"
          create_option        = "Empty"
          disk_size_gb         = 64

          encryption_settings {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_managed_disk" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          location             = "westeurope"
          storage_account_type = "Premium_LRS"
          create_option        = "Empty"
          disk_size_gb         = 64

          encryption_settings {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_managed_disk" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        location             = "westeurope"
        storage_account_type = "Premium_LRS"
        create_option        = "Empty"
        disk_size_gb         = 64
      }
    `,
    hcl`
      resource "azurerm_managed_disk" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        location             = "westeurope"
        storage_account_type = "Premium_LRS"
        create_option        = "Empty"
        disk_size_gb         = 64

        encryption_settings {
          enabled = true
        }
      }
    `,
  ],

  evaluate: forbidFalse('encryption_settings.enabled'),
});
