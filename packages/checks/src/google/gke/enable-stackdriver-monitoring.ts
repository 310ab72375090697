import { defineCheck, hcl } from '../../kit/index.ts';
import { requireClusterService } from './cluster-service.ts';

export default defineCheck({
  id: 'google-gke-enable-stackdriver-monitoring',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_container_cluster',

  title: 'Clusters should send their metrics to Cloud Monitoring',
  why: 'Cloud Monitoring keeps the metrics of the cluster and raises alerts. That is the default.',
  harm: 'Faults and attacks go unseen.',
  remedy:
    'Remove `monitoring_service`, or set it to `monitoring.googleapis.com/kubernetes`; name at least `SYSTEM_COMPONENTS` in `monitoring_config`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#monitoring_service',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/monitoring',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0052', 'GCP-0052'],
  },

  messages: {
    service: '`{address}` does not send its metrics to the service for Kubernetes (`{value}`)',
    components: '`{address}` sends no metrics at all, as `enable_components` is empty',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name               = "shop"
          location           = "europe-west1"
          monitoring_service = "none"
        }
      `,
      expect: 'service',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name               = "shop"
          location           = "europe-west1"
          monitoring_service = "monitoring.googleapis.com/kubernetes"
        }
      `,
    },
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          monitoring_config {
            enable_components = []
          }
        }
      `,
      expect: 'components',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name               = "shop"
        location           = "europe-west1"
        monitoring_service = "monitoring.googleapis.com/kubernetes"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        monitoring_config {
          enable_components = ["SYSTEM_COMPONENTS"]
        }
      }
    `,
  ],

  evaluate: requireClusterService({
    attribute: 'monitoring_service',
    config: 'monitoring_config',
    service: 'monitoring.googleapis.com/kubernetes',
  }),
});
