import { defineCheck, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-datalake-enable-at-rest-encryption',
  since: '1.0.0',
  status: 'retired',
  reason: 'Data Lake Storage Gen1 ended in February 2024, and azurerm has not had it since version 3.',
  severity: 'HIGH',
  resource: 'azurerm_data_lake_store',

  title: 'Data Lake stores should be encrypted',
  why: 'Data Lake Storage Gen1 encrypts its data unless that is switched off when the store is made.',
  harm: 'Whoever gets at the media can read the data.',
  remedy: 'Leave `encryption_state` at `Enabled`, and move to a storage account of today.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/blobs/data-lake-storage-migrate-gen1-to-gen2',
    'https://registry.terraform.io/providers/hashicorp/azurerm/2.99.0/docs/resources/data_lake_store',
  ],
  alsoKnownAs: {
    tfsec: ['AZU004'],
    trivy: ['AVD-AZU-0036', 'AZU-0036'],
    checkov: ['CKV_AZURE_105'],
  },

  messages: {
    value: '`{address}` switches its encryption off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_data_lake_store" "orders" {
          name                = "ordersstore"
          resource_group_name = "orders"
          location            = "westeurope"
          encryption_state    = "Disabled"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_data_lake_store" "orders" {
          name                = "ordersstore"
          resource_group_name = "orders"
          location            = "westeurope"
          encryption_state    = "Enabled"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_data_lake_store" "orders" {
        name                = "ordersstore"
        resource_group_name = "orders"
        location            = "westeurope"
      }
    `,
    hcl`
      resource "azurerm_data_lake_store" "orders" {
        name                = "ordersstore"
        resource_group_name = "orders"
        location            = "westeurope"
        encryption_state    = "Enabled"
      }
    `,
  ],

  evaluate: forbidOneOf('encryption_state', ['Disabled'], {
    fixTo: '"Enabled"',
    caution: 'the store is replaced',
    ignoreCase: true,
  }),
});
