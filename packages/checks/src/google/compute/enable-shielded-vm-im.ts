import { defineCheck, hcl } from '../../kit/index.ts';
import { requireShielding } from './shielding.ts';

export default defineCheck({
  id: 'google-compute-enable-shielded-vm-im',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should watch the integrity of their boot',
  why: 'Integrity monitoring compares each boot with a known good one, and raises an event when they differ.',
  harm: 'A changed boot loader or kernel goes unseen.',
  remedy: 'Add a `shielded_instance_config` block, and leave `enable_integrity_monitoring` on.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#enable_integrity_monitoring',
    'https://cloud.google.com/security/shielded-cloud/shielded-vm#integrity-monitoring',
  ],
  alsoKnownAs: {
    tfsec: ['google-compute-enable-shielded-vm'],
    trivy: ['AVD-GCP-0045', 'GCP-0045'],
    checkov: ['CKV_GCP_39'],
  },
  sharedAliases: ['CKV_GCP_39'],

  messages: {
    missing: '`{address}` does not ask for integrity monitoring',
    disabled: '`{address}` switches integrity monitoring off',
  },

  examples: () => [
    {
      bad: hcl`
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
      expect: 'missing',
      fixed: hcl`
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

          shielded_instance_config {
            enable_integrity_monitoring = true
          }
        }
      `,
    },
    {
      bad: hcl`
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

          shielded_instance_config {
            enable_integrity_monitoring = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
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

          shielded_instance_config {
            enable_integrity_monitoring = true
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

        shielded_instance_config {
          enable_integrity_monitoring = true
        }
      }
    `,
  ],

  evaluate: requireShielding('enable_integrity_monitoring'),
});
