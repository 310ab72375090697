import { allowOnly, defineCheck, hcl } from '../../kit/index.ts';

const GEO_REDUNDANT = allowOnly('account_replication_type', ['GRS', 'RAGRS', 'GZRS', 'RAGZRS']);

export default defineCheck({
  id: 'azure-storage-enable-geo-redundant-backups',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_storage_account',

  title: 'Storage accounts should keep a copy in a second region',
  why: 'Locally and zone-redundant storage keep all copies in one region. Geo-redundant storage copies the data to a second one.',
  harm: 'A disaster in the region can destroy the data.',
  remedy:
    'Set `account_replication_type` to `GRS`, `RAGRS`, `GZRS` or `RAGZRS`, unless the data must not leave its region.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#account_replication_type',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0058', 'AZU-0058'],
    checkov: ['CKV_AZURE_206'],
  },

  messages: {
    value: '`{address}` keeps its copies in one region (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                     = "ordersfiles"
          resource_group_name      = "orders"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
        }
      `,
      expect: 'value',
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
      }
    `,
  ],

  evaluate(account, report) {
    // Premium accounts cannot be geo-redundant.
    const isPremium = account.attribute('account_tier').equals('Premium', true);
    if (isPremium === 'unknown') report.undetermined({ at: account.attribute('account_tier') });
    if (isPremium === 'false' || isPremium === 'absent') GEO_REDUNDANT(account, report);
  },
});
