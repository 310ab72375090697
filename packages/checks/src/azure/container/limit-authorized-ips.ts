import { anyOf, defineCheck, hcl, reachOf } from '../../kit/index.ts';
import { argumentOf } from '../renames.ts';

export default defineCheck({
  id: 'azure-container-limit-authorized-ips',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'azurerm_kubernetes_cluster',

  title: 'API servers of Kubernetes clusters should accept chosen addresses only',
  why: 'The API server controls everything in a cluster. Without a list of address ranges, or with one that holds everybody, the whole internet may talk to it.',
  harm: 'Anyone on the internet can reach the API server.',
  remedy: 'List the ranges in `authorized_ip_ranges` of `api_server_access_profile`, or make the cluster private.',
  links: [
    'https://learn.microsoft.com/en-us/azure/aks/api-server-authorized-ip-ranges',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#api_server_access_profile',
  ],
  alsoKnownAs: {
    tfsec: ['AZU008'],
    trivy: ['AVD-AZU-0041', 'AZU-0041'],
    checkov: ['CKV_AZURE_6'],
  },
  providerFacts: [
    { version: 'azurerm < 4', fact: 'The list is `api_server_authorized_ip_ranges` of the cluster; both are read.' },
  ],

  messages: {
    missing: '`{address}` lets every address reach its API server',
    world: '`{address}` lets everybody reach its API server (`{value}`)',
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

          api_server_access_profile {
            authorized_ip_ranges = ["0.0.0.0/0"]
          }
        }
      `,
      expect: 'world',
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

        api_server_access_profile {
          authorized_ip_ranges = ["203.0.113.0/24"]
        }
      }
    `,
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

  evaluate(cluster, report) {
    const isPrivate = cluster.attribute('private_cluster_enabled').truth();
    if (isPrivate === 'true') return;
    const ranges = argumentOf(cluster, 'api_server_access_profile.authorized_ip_ranges');
    const items = ranges.items();
    const open = items.filter((item) => item.matches((text) => reachOf(text) === 'world') === 'true');
    if (isPrivate === 'unknown') {
      if (open.length > 0 || items.length === 0)
        report.undetermined({ at: cluster.attribute('private_cluster_enabled') });
      return;
    }
    for (const item of open) report.fail({ message: 'world', at: item });
    const isListed = anyOf(items.map((item) => item.isSet()));
    if (open.length > 0 || (isListed === 'true' && !ranges.hasUnknownItems)) return;
    if (ranges.hasUnknownItems) report.undetermined({ at: ranges });
    else report.fail({ message: 'missing', at: ranges });
  },
});
