import { anyOf, defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-enable-network-policy',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_container_cluster',

  title: 'Clusters should enforce network policies',
  why: 'Without enforcement every pod can talk to every other pod, whatever `NetworkPolicy` objects say. Autopilot clusters and those with Dataplane V2 enforce them by themselves.',
  harm: 'One pod that is taken over reaches all the others.',
  remedy: 'Set `datapath_provider` to `ADVANCED_DATAPATH`, or `enabled = true` in a `network_policy` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#network_policy',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0056', 'GCP-0056'],
    checkov: ['CKV_GCP_12'],
  },

  messages: {
    missing: '`{address}` does not enforce network policies',
    disabled: '`{address}` switches the enforcement of network policies off',
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

          network_policy {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          network_policy {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        network_policy {
          enabled = true
        }
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name              = "shop"
        location          = "europe-west1"
        datapath_provider = "ADVANCED_DATAPATH"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name             = "shop"
        location         = "europe-west1"
        enable_autopilot = true
      }
    `,
  ],

  evaluate(cluster, report) {
    const isBuiltIn = anyOf([
      cluster.attribute('enable_autopilot').truth(),
      cluster.attribute('datapath_provider').equals('ADVANCED_DATAPATH'),
    ]);
    if (isBuiltIn === 'true') return;
    const enabled = cluster.attribute('network_policy.enabled');
    if (isBuiltIn === 'unknown' && enabled.truth() !== 'true') {
      report.undetermined({ at: enabled });
      return;
    }
    const isWritten = cluster.block('network_policy') !== undefined;
    requireTrue('network_policy.enabled', { fix: isWritten, caution: 'the nodes are made anew' })(cluster, report);
  },
});
