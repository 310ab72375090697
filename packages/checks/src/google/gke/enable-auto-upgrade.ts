import { defineCheck, hcl } from '../../kit/index.ts';
import { requireManagement } from './node-management.ts';

export default defineCheck({
  id: 'google-gke-enable-auto-upgrade',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Node pools should be upgraded by themselves',
  why: 'Auto upgrade keeps nodes at a version that gets security fixes.',
  harm: 'Nodes run software with known holes.',
  remedy: 'Set `auto_upgrade` to `true` in a `management` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool#auto_upgrade',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0058', 'GCP-0058'],
    checkov: ['CKV_GCP_10'],
  },
  providerFacts: [
    {
      version: 'google < 5',
      fact: 'Inside a `management` block the setting is off unless it is switched on; the check goes by the newer default.',
    },
  ],

  messages: {
    missing: '`{address}` does not ask for automatic upgrades of its nodes',
    disabled: '`{address}` switches automatic upgrades of its nodes off',
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
            auto_upgrade = true
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
            auto_upgrade = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          management {
            auto_upgrade = true
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
          auto_upgrade = true
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

  evaluate: requireManagement('auto_upgrade'),
});
