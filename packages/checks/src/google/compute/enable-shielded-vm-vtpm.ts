import { defineCheck, hcl } from '../../kit/index.ts';
import { requireShielding } from './shielding.ts';

export default defineCheck({
  id: 'google-compute-enable-shielded-vm-vtpm',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should have a virtual TPM',
  why: 'The virtual TPM keeps keys and the measurements of the boot, which integrity monitoring and disk encryption build on.',
  harm: 'What was booted cannot be proved, and secrets of the machine are less well kept.',
  remedy: 'Add a `shielded_instance_config` block, and leave `enable_vtpm` on.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#enable_vtpm',
    'https://cloud.google.com/blog/products/identity-security/virtual-trusted-platform-module-for-shielded-vms-security-in-plaintext',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0041', 'GCP-0041'],
    checkov: ['CKV_GCP_39'],
  },
  sharedAliases: ['CKV_GCP_39'],

  messages: {
    missing: '`{address}` does not ask for a virtual TPM',
    disabled: '`{address}` switches a virtual TPM off',
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
            enable_vtpm = true
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
            enable_vtpm = false
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
            enable_vtpm = true
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
          enable_vtpm = true
        }
      }
    `,
  ],

  evaluate: requireShielding('enable_vtpm'),
});
