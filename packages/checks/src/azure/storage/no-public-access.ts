import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { argumentOf } from '../renames.ts';
import { accountOf } from './account-companions.ts';

export default defineCheck({
  id: 'azure-storage-no-public-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'azurerm_storage_container',

  title: 'Blob containers should not be open to anonymous readers',
  why: 'A container with the access level `blob` or `container` can be read by anybody who knows its address, without logging in. The level `container` shows the list of its blobs too.',
  harm: 'Anyone on the internet can read the data.',
  remedy:
    'Set `container_access_type` to `private`, or leave it out. Set `allow_nested_items_to_be_public` of the account to `false`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-configure?tabs=portal#set-the-public-access-level-for-a-container',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container#container_access_type',
  ],
  alsoKnownAs: {
    tfsec: ['AZU011', 'azure-storage-container-activity-logs-not-public'],
    trivy: ['AVD-AZU-0007', 'AZU-0007'],
    checkov: ['CKV_AZURE_34'],
  },
  providerFacts: [
    {
      version: 'azurerm < 3',
      fact: '`allow_nested_items_to_be_public` of the account is called `allow_blob_public_access`; both are read.',
    },
  ],

  messages: {
    public: '`{address}` can be read by anybody (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_storage_container" "invoices" {
          name                  = "invoices"
          storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
          container_access_type = "blob"
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "azurerm_storage_container" "invoices" {
          name                  = "invoices"
          storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
          container_access_type = "private"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_storage_container" "invoices" {
        name                  = "invoices"
        storage_account_id    = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
        container_access_type = "private"
      }
    `,
    hcl`
      resource "azurerm_storage_container" "invoices" {
        name               = "invoices"
        storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersfiles"
      }
    `,
  ],

  evaluate(container, report) {
    const access = container.attribute('container_access_type');
    const isPublic = access.isOneOf(['blob', 'container'], true);
    if (isPublic === 'false' || isPublic === 'absent') return;
    // An account that forbids anonymous access overrides its containers.
    const account = accountOf(container);
    const allows = account === undefined ? 'absent' : argumentOf(account, 'allow_nested_items_to_be_public').truth();
    if (allows === 'false') return;
    if (isPublic === 'unknown' || allows === 'unknown') report.undetermined({ at: access });
    else {
      const fix = edit.setAttribute(container, 'container_access_type', '"private"');
      report.fail({ message: 'public', at: access, fix: edit.withCaution(fix, 'anonymous readers lose access') });
    }
  },
});
