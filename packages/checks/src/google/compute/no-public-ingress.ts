import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidPublicTraffic } from './public-traffic.ts';

export default defineCheck({
  id: 'google-compute-no-public-ingress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'google_compute_firewall',

  title: 'Firewalls should not let traffic in from the internet',
  why: 'A firewall rule whose source is a public range exposes every machine it is for to scanners and attackers all over the world. Even services that are meant to be public are better put behind a load balancer.',
  harm: 'Anyone on the internet can attack the machines behind the rule.',
  remedy:
    'Name the networks that need access in `source_ranges`, or use `source_tags` or `source_service_accounts`. Use Identity-Aware Proxy for administration.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall#source_ranges',
    'https://cloud.google.com/vpc/docs/using-firewalls',
  ],
  alsoKnownAs: {
    tfsec: ['GCP003'],
    trivy: ['AVD-GCP-0027', 'GCP-0027'],
  },

  messages: {
    world: '`{address}` lets traffic in from everywhere (`{value}`)',
    public: '`{address}` lets traffic in from the public range `{value}`',
    default: '`{address}` names no source, so it lets traffic in from everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name          = "shop"
          network       = "shop"
          source_ranges = ["0.0.0.0/0"]

          allow {
            protocol = "tcp"
            ports    = ["443"]
          }
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "office" {
          name          = "office"
          network       = "shop"
          source_ranges = ["203.0.113.0/24"]

          allow {
            protocol = "tcp"
            ports    = ["443"]
          }
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name    = "shop"
          network = "shop"

          allow {
            protocol = "tcp"
            ports    = ["443"]
          }
        }
      `,
      expect: 'default',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_firewall" "shop" {
        name          = "shop"
        network       = "shop"
        source_ranges = ["10.20.0.0/16"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
    hcl`
      resource "google_compute_firewall" "office" {
        name          = "office"
        network       = "shop"
        source_ranges = ["203.0.113.7/32"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
  ],

  evaluate: forbidPublicTraffic('INGRESS'),
});
