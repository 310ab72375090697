import { defineCheck, forbidFalse, hcl } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';

const RBAC_ON = byAnyName('role_based_access_control_enabled', (name) =>
  forbidFalse(name, { caution: 'the cluster is replaced' }),
);

export default defineCheck({
  id: 'azure-container-use-rbac-permissions',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Kubernetes clusters should use role-based access control',
  why: 'With RBAC every user and service account has the permissions it was given. Without it everybody who can log in may do anything. It is on unless it is switched off.',
  harm: 'Anyone who can log in to the cluster can do anything.',
  remedy: 'Leave `role_based_access_control_enabled` at `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/aks/concepts-identity',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#role_based_access_control_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AZU007'],
    trivy: ['AVD-AZU-0042', 'AZU-0042'],
    checkov: ['CKV_AZURE_5'],
  },
  providerFacts: [
    {
      version: 'azurerm < 3',
      fact: 'RBAC is off without a `role_based_access_control` block with `enabled = true`. tfsec judged by that; this check judges by the newer default.',
    },
  ],

  messages: {
    disabled: '`{address}` switches role-based access control off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_kubernetes_cluster" "orders" {
          name                              = "orders"
          resource_group_name               = "orders"
          location                          = "westeurope"
          dns_prefix                        = "orders"
          role_based_access_control_enabled = false

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
          name                              = "orders"
          resource_group_name               = "orders"
          location                          = "westeurope"
          dns_prefix                        = "orders"
          role_based_access_control_enabled = true

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
        name                              = "orders"
        resource_group_name               = "orders"
        location                          = "westeurope"
        dns_prefix                        = "orders"
        role_based_access_control_enabled = true

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
      }
    `,
  ],

  evaluate(cluster, report) {
    const azureRbac = cluster.attribute('azure_active_directory_role_based_access_control.azure_rbac_enabled');
    if (azureRbac.truth() !== 'true') RBAC_ON(cluster, report);
  },
});
