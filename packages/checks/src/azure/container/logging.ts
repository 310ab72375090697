import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-container-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_kubernetes_cluster',

  title: 'Kubernetes clusters should send their logs to Azure Monitor',
  why: 'Container Insights, or a diagnostic setting, keeps logs and metrics of nodes, workloads and the API server outside the cluster. Without them there is little to look at after an incident.',
  harm: 'Incidents and faults go unseen.',
  remedy: 'Add an `oms_agent` block with a Log Analytics workspace, or a diagnostic setting for the cluster.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-monitor/containers/kubernetes-monitoring-enable',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#oms_agent',
  ],
  alsoKnownAs: {
    tfsec: ['AZU009'],
    trivy: ['AVD-AZU-0040', 'AZU-0040'],
    checkov: ['CKV_AZURE_4'],
  },
  providerFacts: [{ version: 'azurerm < 3', fact: 'The agent is `oms_agent` in `addon_profile`; both are read.' }],

  messages: {
    missing: '`{address}` sends no logs to Azure Monitor',
    disabled: '`{address}` switches the monitoring agent off',
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

        oms_agent {
          log_analytics_workspace_id = azurerm_log_analytics_workspace.orders.id
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    const switched = cluster.attribute('addon_profile.oms_agent.enabled');
    const logs = anyOf([
      cluster.mayHaveBlock('oms_agent'),
      switched.truth(),
      cluster.relatedTo('azurerm_monitor_diagnostic_setting', 'target_resource_id').answer,
    ]);
    if (logs === 'unknown') report.undetermined({ at: switched.state === 'unknown' ? switched : cluster });
    if (logs !== 'false') return;
    if (switched.truth() === 'false') report.fail({ message: 'disabled', at: switched });
    else report.fail({ message: 'missing', at: cluster });
  },
});
