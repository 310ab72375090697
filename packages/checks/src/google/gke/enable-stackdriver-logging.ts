import { defineCheck, hcl } from '../../kit/index.ts';
import { requireClusterService } from './cluster-service.ts';

export default defineCheck({
  id: 'google-gke-enable-stackdriver-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_container_cluster',

  title: 'Clusters should send their logs to Cloud Logging',
  why: 'Cloud Logging keeps the logs of nodes, pods and the control plane. That is the default.',
  harm: 'Incidents leave no record.',
  remedy:
    'Remove `logging_service`, or set it to `logging.googleapis.com/kubernetes`; name at least `SYSTEM_COMPONENTS` in `logging_config`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#logging_service',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/logging',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0060', 'GCP-0060'],
  },

  messages: {
    service: '`{address}` does not send its logs to the service for Kubernetes (`{value}`)',
    components: '`{address}` sends no logs at all, as `enable_components` is empty',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name            = "shop"
          location        = "europe-west1"
          logging_service = "none"
        }
      `,
      expect: 'service',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name            = "shop"
          location        = "europe-west1"
          logging_service = "logging.googleapis.com/kubernetes"
        }
      `,
    },
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name     = "shop"
          location = "europe-west1"

          logging_config {
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
        name            = "shop"
        location        = "europe-west1"
        logging_service = "logging.googleapis.com/kubernetes"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        logging_config {
          enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
        }
      }
    `,
  ],

  evaluate: requireClusterService({
    attribute: 'logging_service',
    config: 'logging_config',
    service: 'logging.googleapis.com/kubernetes',
  }),
});
