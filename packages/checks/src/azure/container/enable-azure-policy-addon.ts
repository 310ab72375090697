import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';

export default defineCheck({
  id: 'azure-container-enable-azure-policy-addon',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Kubernetes clusters should run the Azure Policy add-on',
  why: 'The add-on puts Azure Policy in front of the API of the cluster, so that rules of the organisation hold inside it.',
  harm: 'Objects that break the rules of the organisation are accepted.',
  remedy: 'Set `azure_policy_enabled` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/governance/policy/concepts/policy-for-kubernetes',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#azure_policy_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0066', 'AZU-0066'],
    checkov: ['CKV_AZURE_116'],
  },
  providerFacts: [{ version: 'azurerm < 3', fact: 'The add-on is `azure_policy` in `addon_profile`; both are read.' }],

  messages: {
    missing: '`{address}` does not run the Azure Policy add-on',
    disabled: '`{address}` switches the Azure Policy add-on off',
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
      fixed: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          location             = "westeurope"
          dns_prefix           = "orders"
          azure_policy_enabled = true

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
    },
    {
      bad: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          location             = "westeurope"
          dns_prefix           = "orders"
          azure_policy_enabled = false

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
      fixed: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                 = "orders"
          resource_group_name  = "orders"
          location             = "westeurope"
          dns_prefix           = "orders"
          azure_policy_enabled = true

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
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_kubernetes_cluster" "orders" {
        name                 = "orders"
        resource_group_name  = "orders"
        location             = "westeurope"
        dns_prefix           = "orders"
        azure_policy_enabled = true

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

  evaluate: byAnyName('azure_policy_enabled', (name) => requireTrue(name)),
});
