import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-synapse-virtual-network-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_synapse_workspace',

  title: 'Synapse workspaces should live in a managed virtual network',
  why: 'A managed virtual network keeps a workspace apart from others, and only there it can have managed private endpoints.',
  harm: 'The traffic of the workspace is not kept apart.',
  remedy: 'Create the workspace with `managed_virtual_network_enabled = true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-managed-vnet',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace#managed_virtual_network_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AZU027'],
    trivy: ['AVD-AZU-0034', 'AZU-0034'],
    checkov: ['CKV_AZURE_58'],
  },

  messages: {
    missing: '`{address}` has no managed virtual network',
    disabled: '`{address}` wants no managed virtual network',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_synapse_workspace" "orders" {
          name                                 = "orders"
          resource_group_name                  = "orders"
          location                             = "westeurope"
          storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.orders.id

          identity {
            type = "SystemAssigned"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_synapse_workspace" "orders" {
          name                                 = "orders"
          resource_group_name                  = "orders"
          location                             = "westeurope"
          storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.orders.id
          managed_virtual_network_enabled      = true

          identity {
            type = "SystemAssigned"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_synapse_workspace" "orders" {
          name                                 = "orders"
          resource_group_name                  = "orders"
          location                             = "westeurope"
          storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.orders.id
          managed_virtual_network_enabled      = false

          identity {
            type = "SystemAssigned"
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_synapse_workspace" "orders" {
          name                                 = "orders"
          resource_group_name                  = "orders"
          location                             = "westeurope"
          storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.orders.id
          managed_virtual_network_enabled      = true

          identity {
            type = "SystemAssigned"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_synapse_workspace" "orders" {
        name                                 = "orders"
        resource_group_name                  = "orders"
        location                             = "westeurope"
        storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.orders.id
        managed_virtual_network_enabled      = true

        identity {
          type = "SystemAssigned"
        }
      }
    `,
  ],

  evaluate: requireTrue('managed_virtual_network_enabled', { caution: 'the workspace is replaced' }),
});
