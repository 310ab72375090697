import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-container-enable-private-cluster',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Kubernetes clusters should have a private API server',
  why: 'The API server controls everything in a cluster. A public endpoint can be attacked from anywhere; a private cluster has it inside the virtual network.',
  harm: 'The control plane is exposed to the internet.',
  remedy: 'Create the cluster with `private_cluster_enabled = true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/aks/private-clusters',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#private_cluster_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0065', 'AZU-0065'],
    checkov: ['CKV_AZURE_115'],
  },

  messages: {
    missing: '`{address}` has a public API server',
    disabled: '`{address}` wants a public API server',
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
    {
      bad: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                    = "orders"
          resource_group_name     = "orders"
          location                = "westeurope"
          dns_prefix              = "orders"
          private_cluster_enabled = false

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
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_kubernetes_cluster" "orders" {
        name                    = "orders"
        resource_group_name     = "orders"
        location                = "westeurope"
        dns_prefix              = "orders"
        private_cluster_enabled = true

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

  // Changing it makes a new cluster, which takes more than an edit.
  evaluate: requireTrue('private_cluster_enabled', { fix: false }),
});
