import { defineCheck, hcl } from '../../kit/index.ts';
import { metadataFlag } from './metadata-flag.ts';

export default defineCheck({
  id: 'google-compute-no-serial-port',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_instance',

  title: 'Machines should not open their serial port',
  why: 'The interactive serial console takes connections from any address, and no firewall rule is asked.',
  harm: 'Attackers have one more way to try to log in.',
  remedy: 'Remove `serial-port-enable` from the metadata, or set it to `"FALSE"`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#metadata',
    'https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0032', 'GCP-0032'],
    checkov: ['CKV_GCP_35'],
  },

  messages: {
    enabled: '`{address}` opens its serial port',
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
            serial-port-enable = true
          }
        }
      `,
      expect: 'enabled',
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
            serial-port-enable = "TRUE"
          }
        }
      `,
      expect: 'enabled',
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
          serial-port-enable = "FALSE"
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const { truth, at } = metadataFlag(instance, 'serial-port-enable');
    if (truth === 'true') report.fail({ message: 'enabled', at });
    if (truth === 'unknown') report.undetermined({ at });
  },
});
