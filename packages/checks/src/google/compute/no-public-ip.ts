import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-no-public-ip',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_compute_instance',

  title: 'Machines should not have a public address',
  why: 'An `access_config` block gives a machine an address on the internet, even when it is empty. Load balancers, Cloud NAT and Identity-Aware Proxy let machines work without one.',
  harm: 'The machine can be attacked from anywhere, as far as firewalls let it.',
  remedy: 'Remove the `access_config` and `ipv6_access_config` blocks.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#access_config',
    'https://cloud.google.com/compute/docs/ip-addresses#externaladdresses',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0031', 'GCP-0031'],
    checkov: ['CKV_GCP_40'],
  },

  messages: {
    exists: '`{address}` has a public address',
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

            access_config {
            }
          }
        }
      `,
      expect: 'exists',
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

            ipv6_access_config {
              network_tier = "PREMIUM"
            }
          }
        }
      `,
      expect: 'exists',
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

  evaluate(instance, report) {
    for (const type of ['access_config', 'ipv6_access_config']) {
      for (const network of instance.blocks('network_interface')) {
        const configs = network.blocks(type);
        for (const config of configs) report.fail({ message: 'exists', at: config });
        if (configs.length === 0 && network.mayHaveBlock(type) === 'unknown') report.undetermined({ at: network });
      }
    }
  },
});
