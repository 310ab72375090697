import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenPort } from './public-traffic.ts';

export default defineCheck({
  id: 'google-compute-no-open-rdp-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_compute_firewall',

  title: 'Firewalls should not open remote desktops to the internet',
  why: 'Remote desktops (port 3389) are a favourite target of password guessing and of exploits.',
  harm: 'Anyone on the internet can try to log in.',
  remedy: 'Narrow the sources of port 3389, or use Identity-Aware Proxy, whose range is `35.235.240.0/20`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0070', 'GCP-0070', 'rdp-access-not-restricted'],
    checkov: ['CKV_GCP_3'],
  },

  messages: {
    open: '`{address}` lets everyone reach remote desktops (`{value}`)',
    default: '`{address}` names no source, so it lets everyone reach remote desktops',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_firewall" "admin" {
          name          = "admin"
          network       = "shop"
          source_ranges = ["0.0.0.0/0"]

          allow {
            protocol = "tcp"
            ports    = ["3389"]
          }
        }
      `,
      expect: 'open',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "admin" {
          name    = "admin"
          network = "shop"

          allow {
            protocol = "tcp"
            ports    = ["3389"]
          }
        }
      `,
      expect: 'default',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_firewall" "admin" {
        name          = "admin"
        network       = "shop"
        source_ranges = ["35.235.240.0/20"]

        allow {
          protocol = "tcp"
          ports    = ["3389"]
        }
      }
    `,
    hcl`
      resource "google_compute_firewall" "web" {
        name          = "web"
        network       = "shop"
        source_ranges = ["0.0.0.0/0"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
  ],

  evaluate: forbidOpenPort({ port: 3389, protocols: ['tcp', 'udp'] }),
});
