import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-enable-shielded-vm-sb',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should boot signed code only',
  why: 'Secure Boot refuses boot loaders, kernels and drivers whose signature does not match.',
  harm: 'An attacker can place code that runs before the operating system and survives its repair.',
  remedy: 'Set `enable_secure_boot = true` in a `shielded_instance_config` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#enable_secure_boot',
    'https://cloud.google.com/security/shielded-cloud/shielded-vm#secure-boot',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0067', 'GCP-0067'],
  },

  messages: {
    missing: '`{address}` does not ask for Secure Boot',
    disabled: '`{address}` switches Secure Boot off',
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
            enable_secure_boot = true
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
            enable_secure_boot = false
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
            enable_secure_boot = true
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
          enable_secure_boot = true
        }
      }
    `,
  ],

  evaluate: requireTrue('shielded_instance_config.enable_secure_boot', { caution: 'unsigned drivers no longer load' }),
});
