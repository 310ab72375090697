import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-enable-private-cluster',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_container_cluster',

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

  examples: [
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
  good: [
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

  evaluate: requireTrue('private_cluster_config.enable_private_nodes', { fix: false }),
});
