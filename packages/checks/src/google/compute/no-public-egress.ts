import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidPublicTraffic } from './public-traffic.ts';

export default defineCheck({
  id: 'google-compute-no-public-egress',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'google_compute_firewall',

  title: 'Firewalls should not let traffic out to the internet',
  why: 'A firewall rule that allows traffic to public ranges lets every machine it is for talk to strangers. A network lets all traffic out unless a rule denies it, so rules that allow belong before one that denies the rest.',
  harm: 'An intruder can fetch tools and send stolen data anywhere.',
  remedy: 'Name the networks that are needed in `destination_ranges`, and deny the rest with a rule of low precedence.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall#destination_ranges',
    'https://cloud.google.com/vpc/docs/using-firewalls',
  ],
  alsoKnownAs: {
    tfsec: ['GCP004'],
    trivy: ['AVD-GCP-0035', 'GCP-0035'],
  },

  messages: {
    world: '`{address}` lets traffic out to everywhere (`{value}`)',
    public: '`{address}` lets traffic out to the public range `{value}`',
    default: '`{address}` names no destination, so it lets traffic out to everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name               = "shop"
          network            = "shop"
          direction          = "EGRESS"
          destination_ranges = ["0.0.0.0/0"]

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
          name               = "office"
          network            = "shop"
          direction          = "EGRESS"
          destination_ranges = ["203.0.113.0/24"]

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
          name      = "shop"
          network   = "shop"
          direction = "EGRESS"

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
        name               = "shop"
        network            = "shop"
        direction          = "EGRESS"
        destination_ranges = ["10.20.0.0/16"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
    hcl`
      resource "google_compute_firewall" "office" {
        name               = "office"
        network            = "shop"
        direction          = "EGRESS"
        destination_ranges = ["203.0.113.7/32"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
  ],

  evaluate: forbidPublicTraffic('EGRESS'),
});
