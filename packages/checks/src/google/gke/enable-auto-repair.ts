import { defineCheck, hcl } from '../../kit/index.ts';
import { requireManagement } from './node-management.ts';

export default defineCheck({
  id: 'google-gke-enable-auto-repair',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Node pools should be repaired by themselves',
  why: 'Auto repair replaces nodes that fail their health checks.',
  harm: 'Broken nodes stay in service, and workloads with them.',
  remedy: 'Set `auto_repair` to `true` in a `management` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool#auto_repair',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0063', 'GCP-0063'],
    checkov: ['CKV_GCP_9'],
  },
  providerFacts: [
    {
      version: 'google < 5',
      fact: 'Inside a `management` block the setting is off unless it is switched on; the check goes by the newer default.',
    },
  ],

  messages: {
    missing: '`{address}` does not ask for automatic repair of its nodes',
    disabled: '`{address}` switches automatic repair of its nodes off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          management {
            auto_repair = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          management {
            auto_repair = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          management {
            auto_repair = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        management {
          auto_repair = true
        }
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"

        release_channel {
          channel = "REGULAR"
        }
      }

      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = google_container_cluster.shop.name
      }
    `,
  ],

  evaluate: requireManagement('auto_repair'),
});
