import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenPort } from './public-traffic.ts';

export default defineCheck({
  id: 'google-compute-restrict-ssh-access',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_firewall',

  title: 'Firewalls should not open SSH to the internet',
  why: 'SSH (port 22) that is open to everyone is found within minutes, and invites password guessing and exploits.',
  harm: 'Anyone on the internet can try to log in.',
  remedy: 'Narrow the sources of port 22, or use Identity-Aware Proxy, whose range is `35.235.240.0/20`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0071', 'GCP-0071', 'ssh-access-is-not-restricted'],
    checkov: ['CKV_GCP_2'],
  },

  messages: {
    open: '`{address}` lets everyone reach SSH (`{value}`)',
    default: '`{address}` names no source, so it lets everyone reach SSH',
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
            ports    = ["22"]
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
            ports    = ["22"]
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
          ports    = ["22"]
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

  evaluate: forbidOpenPort({ port: 22, protocols: ['tcp'] }),
});
