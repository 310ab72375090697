import { defineCheck, hcl } from '../../kit/index.ts';
import { metadataFlag } from './metadata-flag.ts';

export default defineCheck({
  id: 'google-compute-no-oslogin-override',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should not switch OS Login off',
  why: 'OS Login ties access over SSH to IAM, so that it ends when somebody leaves. A machine that sets `enable-oslogin` to false overrides what the project says.',
  harm: 'Access to the machine depends on keys that nobody withdraws.',
  remedy: 'Remove `enable-oslogin` from the metadata of the machine, or set it to `"TRUE"`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#metadata',
    'https://cloud.google.com/compute/docs/instances/managing-instance-access',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0036', 'GCP-0036'],
    checkov: ['CKV_GCP_34'],
  },

  messages: {
    disabled: '`{address}` switches OS Login off',
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

          metadata = {
            enable-oslogin = false
          }
        }
      `,
      expect: 'disabled',
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

          metadata = {
            enable-oslogin = "FALSE"
          }
        }
      `,
      expect: 'disabled',
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

        metadata = {
          enable-oslogin = "TRUE"
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const { truth, at } = metadataFlag(instance, 'enable-oslogin');
    if (truth === 'false') report.fail({ message: 'disabled', at });
    if (truth === 'unknown') report.undetermined({ at });
  },
});
