import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-container-enable-disk-encryption',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Disks of Kubernetes clusters should use a key of your own',
  why: 'Azure encrypts the disks of nodes with keys that it manages. With a disk encryption set the key is in your vault, and you can revoke it.',
  harm: 'Access to the disks cannot be withdrawn by revoking the key.',
  remedy: 'Set `disk_encryption_set_id`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/aks/azure-disk-customer-managed-keys',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#disk_encryption_set_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0067', 'AZU-0067'],
    checkov: ['CKV_AZURE_117'],
  },

  messages: {
    missing: '`{address}` names no disk encryption set',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          dns_prefix          = "orders"

          default_node_pool {
            name       = "system"
            vm_size    = "Standard_D2s_v5"
            node_count = 3
          }

          identity {
            type = "SystemAssigned"
          }
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_disk_encryption_set" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        key_vault_key_id    = azurerm_key_vault_key.orders.id

        identity {
          type = "SystemAssigned"
        }
      }

      resource "azurerm_kubernetes_cluster" "orders" {
        name                   = "orders"
        resource_group_name    = "orders"
        location               = "westeurope"
        dns_prefix             = "orders"
        disk_encryption_set_id = azurerm_disk_encryption_set.orders.id

        default_node_pool {
          name       = "system"
          vm_size    = "Standard_D2s_v5"
          node_count = 3
        }

        identity {
          type = "SystemAssigned"
        }
      }
    `,
  ],

  evaluate: requireSet('disk_encryption_set_id'),
});
