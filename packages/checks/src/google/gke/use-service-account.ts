import type { Answer, AttributeView, ShapeReport } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { eachNodeGroup } from './node-groups.ts';

const DEFAULT_ACCOUNT = '-compute@developer.gserviceaccount.com';

export default defineCheck({
  id: 'google-gke-use-service-account',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Nodes should not use the default service account',
  why: 'The default service account of Compute Engine has the role Editor unless somebody took it away. Nodes need a few rights only: to write logs and metrics, and to fetch images.',
  harm: 'Whoever takes over a pod may get the rights of the node, and with them the project.',
  remedy:
    'Create a service account with the role `roles/container.defaultNodeServiceAccount`, and set it as `service_account`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#service_account',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool#service_account',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa',
  ],
  alsoKnownAs: {
    tfsec: ['GCP012'],
    trivy: ['AVD-GCP-0050', 'GCP-0050'],
  },

  messages: {
    missing: '`{address}` has nodes with the default service account',
    value: '`{address}` names the default service account for its nodes (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            machine_type = "e2-standard-4"
          }
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            service_account = "default"
          }
        }
      `,
      expect: 'value',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        node_config {
          service_account = "nodes@shop.iam.gserviceaccount.com"
        }
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name                     = "shop"
        location                 = "europe-west1"
        remove_default_node_pool = true
        initial_node_count       = 1
      }
    `,
  ],

  evaluate(resource, report) {
    eachNodeGroup<'missing' | 'value'>((group, inner) => judge(group.attribute('node_config.service_account'), inner))(
      resource,
      report,
    );
    if (resource.type !== 'google_container_cluster') return;
    const path = 'cluster_autoscaling.auto_provisioning_defaults.service_account';
    const makesNodes = anyOf([
      resource.attribute('cluster_autoscaling.enabled').truth(),
      resource.attribute('enable_autopilot').truth(),
    ]);
    const account = resource.attribute(path);
    if (makesNodes === 'true') judge(account, report);
    if (makesNodes === 'unknown' && isDefault(account) !== 'false') report.undetermined({ at: account });
  },
});

function judge(account: AttributeView, report: ShapeReport<'missing' | 'value'>): void {
  const answer = isDefault(account);
  if (answer === 'unknown') report.undetermined({ at: account });
  if (answer !== 'true') return;
  report.fail({ message: account.isSet() === 'false' ? 'missing' : 'value', at: account });
}

/** The provider sends `default` where nothing is written. */
function isDefault(account: AttributeView): Answer {
  const isSet = account.isSet();
  if (isSet === 'false') return 'true';
  // An account of another resource is one that somebody made.
  if (isSet === 'true' && account.state === 'unknown') {
    return account.refersTo('data.google_compute_default_service_account').answer === 'true' ? 'true' : 'false';
  }
  return anyOf([account.matches((text) => text === 'default' || text.endsWith(DEFAULT_ACCOUNT))]);
}
