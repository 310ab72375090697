import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { namesOf } from '../renames.ts';

export default defineCheck({
  id: 'azure-storage-enforce-https',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'azurerm_storage_account',

  title: 'Storage accounts should accept HTTPS only',
  why: 'Secure transfer makes a storage account refuse plain HTTP and unencrypted SMB. It is on by default and has to be switched off on purpose.',
  harm: 'Data and access tokens can be read and changed on their way.',
  remedy: 'Set `https_traffic_only_enabled` to `true`, or leave it out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#https_traffic_only_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AZU014', 'AZU010', 'azure-storage-ensure-https'],
    trivy: ['AVD-AZU-0008', 'AZU-0008'],
    checkov: ['CKV_AZURE_3'],
  },
  providerFacts: [
    { version: 'azurerm < 4', fact: 'The argument is called `enable_https_traffic_only`; both are read.' },
  ],

  messages: {
    plain: '`{address}` accepts connections without encryption',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_storage_account" "orders" {
          name                       = "ordersfiles"
          resource_group_name        = "orders"
          location                   = "westeurope"
          account_tier               = "Standard"
          account_replication_type   = "ZRS"
          https_traffic_only_enabled = false
        }
      `,
      expect: 'plain',
      fixed: hcl`
        resource "azurerm_storage_account" "orders" {
          name                       = "ordersfiles"
          resource_group_name        = "orders"
          location                   = "westeurope"
          account_tier               = "Standard"
          account_replication_type   = "ZRS"
          https_traffic_only_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_storage_account" "orders" {
        name                       = "ordersfiles"
        resource_group_name        = "orders"
        location                   = "westeurope"
        account_tier               = "Standard"
        account_replication_type   = "ZRS"
        https_traffic_only_enabled = true
      }
    `,
  ],

  evaluate(account, report) {
    // NFS 3.0 has no encryption in transit; Azure demands that the switch is off for such accounts.
    const nfs = account.attribute('nfsv3_enabled').truth();
    if (nfs === 'true') return;
    for (const name of namesOf(account.type, 'https_traffic_only_enabled')) {
      const httpsOnly = account.attribute(name);
      const truth = httpsOnly.truth();
      if (truth === 'unknown' || (truth === 'false' && nfs === 'unknown')) report.undetermined({ at: httpsOnly });
      else if (truth === 'false') {
        report.fail({ message: 'plain', at: httpsOnly, fix: edit.setAttribute(account, name, 'true') });
      }
    }
  },
});
