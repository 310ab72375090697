import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-container-configured-network-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Kubernetes clusters should have a network policy engine',
  why: 'Every pod can talk to every other pod until a network policy forbids it, and policies have no effect without an engine. It has to be chosen for the cluster.',
  harm: 'An intruder in one pod reaches all the others.',
  remedy: 'Set `network_policy` in `network_profile` to `azure`, `calico` or `cilium`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/aks/use-network-policies',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#network_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AZU006'],
    trivy: ['AVD-AZU-0043', 'AZU-0043'],
    checkov: ['CKV_AZURE_7'],
  },

  messages: {
    missing: '`{address}` has no network policy engine',
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

          network_profile {
            network_plugin = "azure"
          }
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
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

        network_profile {
          network_plugin = "azure"
          network_policy = "calico"
        }
      }
    `,
  ],

  evaluate: requireSet('network_profile.network_policy'),
});
