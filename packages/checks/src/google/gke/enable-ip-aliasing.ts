import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-enable-ip-aliasing',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_container_cluster',

  title: 'Clusters should use alias ranges for the addresses of pods',
  why: 'In a VPC-native cluster the addresses of pods are known to the network, so firewall rules and private access work for them. Clusters that use routes instead lack that.',
  harm: 'Traffic of pods is hard to control and to trace.',
  remedy: 'Remove `networking_mode`, or set it to `VPC_NATIVE`, and name the ranges in `ip_allocation_policy`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#ip_allocation_policy',
    'https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0049', 'GCP-0049'],
    checkov: ['CKV_GCP_23'],
  },
  providerFacts: [
    {
      version: 'google < 5',
      fact: 'Clusters without `networking_mode` and without `ip_allocation_policy` use routes; from google 5 they are VPC-native.',
    },
  ],

  messages: {
    routes: '`{address}` uses routes for the addresses of pods',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name            = "shop"
          location        = "europe-west1"
          networking_mode = "ROUTES"
        }
      `,
      expect: 'routes',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name            = "shop"
        location        = "europe-west1"
        networking_mode = "VPC_NATIVE"

        ip_allocation_policy {
          cluster_secondary_range_name  = "pods"
          services_secondary_range_name = "services"
        }
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"
      }
    `,
  ],

  evaluate(cluster, report) {
    const mode = cluster.attribute('networking_mode');
    const usesRoutes = mode.equals('ROUTES');
    const isNative = anyOf([
      cluster.mayHaveBlock('ip_allocation_policy'),
      cluster.attribute('enable_autopilot').truth(),
    ]);
    if (isNative === 'true' || usesRoutes === 'absent' || usesRoutes === 'false') return;
    if (usesRoutes === 'true' && isNative === 'false') report.fail({ message: 'routes', at: mode });
    else report.undetermined({ at: mode });
  },
});
