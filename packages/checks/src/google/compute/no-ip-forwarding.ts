import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-no-ip-forwarding',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_compute_instance',

  title: 'Machines should not forward packets of others',
  why: 'A machine that forwards may send and receive packets with the addresses of others. Only routers and gateways need that.',
  harm: 'Whoever breaks into the machine can route traffic between networks, or pretend to be another machine.',
  remedy: 'Leave `can_ip_forward` out, or set it to `false`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#can_ip_forward',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0043', 'GCP-0043'],
    checkov: ['CKV_GCP_36'],
  },

  messages: {
    enabled: '`{address}` may forward packets of others',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_instance" "shop" {
          name           = "shop"
          machine_type   = "e2-medium"
          zone           = "europe-west1-b"
          can_ip_forward = true

          boot_disk {
            initialize_params {
              image = "debian-cloud/debian-12"
            }
          }

          network_interface {
            network = "shop"
          }
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "google_compute_instance" "shop" {
          name           = "shop"
          machine_type   = "e2-medium"
          zone           = "europe-west1-b"
          can_ip_forward = false

          boot_disk {
            initialize_params {
              image = "debian-cloud/debian-12"
            }
          }

          network_interface {
            network = "shop"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_instance" "shop" {
        name         = "shop"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          initialize_params {
            image = "debian-cloud/debian-12"
          }
        }

        network_interface {
          network = "shop"
        }
      }
    `,
  ],

  evaluate: forbidTrue('can_ip_forward'),
});
