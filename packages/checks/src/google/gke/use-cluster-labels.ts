import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-use-cluster-labels',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_container_cluster',

  title: 'Clusters should have labels',
  why: 'Labels tell whose a cluster is and what it is for, in inventories, bills and alerts.',
  harm: 'Clusters that nobody feels responsible for are not kept safe.',
  remedy: 'Add `resource_labels`, or `default_labels` of the provider.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#resource_labels',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0051', 'GCP-0051'],
    checkov: ['CKV_GCP_21'],
  },

  messages: {
    missing: '`{address}` has no labels',
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
        name            = "shop"
        location        = "europe-west1"
        resource_labels = { team = "shop" }
      }
    `,
    hcl`
      provider "google" {
        default_labels = { team = "shop" }
      }

      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"
      }
    `,
  ],

  evaluate(cluster, report) {
    const labels = cluster.attribute('resource_labels');
    const providers = cluster.estate.resources('provider.google');
    const isLabelled = anyOf([
      labels.isSet(),
      ...providers.map((google) => google.attribute('default_labels').isSet()),
    ]);
    if (isLabelled === 'unknown') report.undetermined({ at: labels });
    if (isLabelled === 'false') report.fail({ message: 'missing', at: labels });
  },
});
