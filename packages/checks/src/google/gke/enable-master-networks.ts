import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-enable-master-networks',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'Clusters should limit who can reach the control plane',
  why: 'Authorised networks are the addresses that may reach the API server. An empty block lets in no address of the outside. A control plane with a private endpoint only, or with the DNS endpoint only, needs none.',
  harm: 'Anyone on the internet can talk to the API server, and try stolen credentials and new exploits.',
  remedy: 'Add a `master_authorized_networks_config` block with the networks that need access.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#master_authorized_networks_config',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0061', 'GCP-0061'],
    checkov: ['CKV_GCP_20'],
  },

  messages: {
    missing: '`{address}` does not limit who can reach the control plane',
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
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        master_authorized_networks_config {
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    const isLimited = anyOf([
      cluster.mayHaveBlock('master_authorized_networks_config'),
      cluster.attribute('private_cluster_config.enable_private_endpoint').truth(),
      hasNoAddress(cluster),
    ]);
    if (isLimited === 'unknown') report.undetermined({ at: cluster });
    if (isLimited === 'false') report.fail({ message: 'missing', at: cluster });
  },
});

/** The control plane is reached by its DNS name only, where IAM decides. */
function hasNoAddress(cluster: ResourceView): Answer {
  const enabled = cluster.attribute('control_plane_endpoints_config.ip_endpoints_config.enabled').truth();
  if (enabled === 'unknown') return 'unknown';
  return enabled === 'false' ? 'true' : 'false';
}
