import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, defineCheck, forbidFalse, hcl, not, requireTrue } from '../../kit/index.ts';
import { nodeGroupsOf } from './node-groups.ts';

export default defineCheck({
  id: 'google-gke-enable-private-cluster',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Clusters should have private nodes',
  why: 'Private nodes have internal addresses only, so nobody on the internet can talk to them.',
  harm: 'Nodes can be attacked from the internet, as far as firewalls let it.',
  remedy:
    'Set `enable_private_nodes = true` in a `private_cluster_config` block, and give the nodes a way out with Cloud NAT.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#private_cluster_config',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0059', 'GCP-0059'],
  },

  messages: {
    missing: '`{address}` gives its nodes public addresses',
    disabled: '`{address}` switches private nodes off',
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
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          private_cluster_config {
            enable_private_nodes = false
          }
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        private_cluster_config {
          enable_private_nodes = true
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'google_container_node_pool') {
      forbidFalse('network_config.enable_private_nodes', { fix: false })(resource, report);
      return;
    }
    const setting = resource.attribute('private_cluster_config.enable_private_nodes');
    const arePrivate = arePoolsPrivate(resource);
    if (arePrivate === 'true') return;
    if (arePrivate === 'unknown' && setting.truth() !== 'true') report.undetermined({ at: setting });
    else requireTrue('private_cluster_config.enable_private_nodes', { fix: false })(resource, report);
  },
});

/** Pools may be private by themselves, which is enough where the cluster has no default pool. */
function arePoolsPrivate(cluster: ResourceView): Answer {
  const pools = [
    ...cluster.blocks('node_pool'),
    ...cluster.relatedTo('google_container_node_pool', 'cluster').found,
  ].map((pool) => pool.attribute('network_config.enable_private_nodes').truth());
  const ofCluster = nodeGroupsOf(cluster).find(({ block }) => block === cluster);
  return pools.length === 0 ? 'false' : allOf([not(ofCluster?.exists ?? 'false'), ...pools]);
}
