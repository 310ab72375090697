import { defineCheck, hcl } from '../../kit/index.ts';
import { flagTruth } from '../compute/metadata-flag.ts';
import { eachNodeGroup } from './node-groups.ts';

export default defineCheck({
  id: 'google-gke-metadata-endpoints-disabled',
  since: '1.0.0',
  status: 'retired',
  reason: 'GKE 1.12 and later switch these endpoints off by themselves, and Google has shut them down.',
  severity: 'HIGH',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Nodes should not answer on the legacy metadata endpoints',
  why: 'The endpoints v0.1 and v1beta1 of the metadata server answered without a header, so that any pod could be made to ask them for the credentials of the node.',
  harm: 'Pods steal the credentials of the node.',
  remedy: 'On old clusters set `disable-legacy-endpoints` to `"true"` in the metadata of `node_config`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#metadata',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#protect_node_metadata_default_for_112',
  ],
  alsoKnownAs: {
    tfsec: ['GCP007'],
    trivy: ['AVD-GCP-0048', 'GCP-0048'],
  },

  messages: {
    missing: '`{address}` does not switch the legacy metadata endpoints off',
    enabled: '`{address}` leaves the legacy metadata endpoints on',
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
            metadata = {
              disable-legacy-endpoints = "false"
            }
          }
        }
      `,
      expect: 'enabled',
    },
  ],
  good: () => [
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        node_config {
          metadata = {
            disable-legacy-endpoints = "true"
          }
        }
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name             = "shop"
        location         = "europe-west1"
        enable_autopilot = true
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

  evaluate: eachNodeGroup((block, report) => {
    const flag = block.attribute('node_config.metadata.disable-legacy-endpoints');
    const truth = flagTruth(flag);
    if (truth === 'unknown') report.undetermined({ at: flag });
    if (truth === 'absent') report.fail({ message: 'missing', at: flag });
    if (truth === 'false') report.fail({ message: 'enabled', at: flag });
  }),
});
