import { defineCheck, hcl, reachOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-no-public-control-plane',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'The control plane should be open to private networks only',
  why: 'A public range among the authorised networks lets strangers talk to the API server; even a single public address is a way in over the internet.',
  harm: 'Whoever has an address of the range can try stolen credentials and new exploits on the API server.',
  remedy: 'Name private ranges in `cidr_blocks`, or reach the cluster through a bastion or the DNS endpoint.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#cidr_block',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0053', 'GCP-0053'],
  },

  messages: {
    world: '`{address}` lets everyone reach the control plane (`{value}`)',
    public: '`{address}` lets the public range `{value}` reach the control plane',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          master_authorized_networks_config {
            cidr_blocks {
              cidr_block = "0.0.0.0/0"
            }
          }
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          master_authorized_networks_config {
            cidr_blocks {
              cidr_block = "203.0.113.0/24"
            }
          }
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        master_authorized_networks_config {
          cidr_blocks {
            cidr_block = "10.20.0.0/16"
          }
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    for (const network of cluster.blocks('master_authorized_networks_config.cidr_blocks')) {
      const range = network.attribute('cidr_block');
      const reach = reachOf(range.text() ?? '');
      if (range.state === 'unknown') report.undetermined({ at: range });
      else if (reach === 'world') report.fail({ message: 'world', at: range });
      else if (reach === 'public' || reach === 'host') report.fail({ message: 'public', at: range });
    }
  },
});
