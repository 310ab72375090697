import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-vm-disk-encryption-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_compute_instance',

  title: 'Disks of machines should be encrypted with a key of your own',
  why: 'Google encrypts every disk with keys that it manages. With a Cloud KMS key you decide who may decrypt, when the key is rotated and when it ends. A disk that exists already keeps the encryption it was made with.',
  harm: 'Nobody can withdraw the data by disabling its key, and the use of the key is not logged.',
  remedy: 'Set `kms_key_self_link` of each disk to a Cloud KMS key.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#kms_key_self_link',
    'https://cloud.google.com/compute/docs/disks/customer-managed-encryption',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0033', 'GCP-0033'],
  },

  messages: {
    missing: '`{address}` has a disk that is not encrypted with a Cloud KMS key',
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
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_instance" "shop" {
        name         = "shop"
        machine_type = "e2-medium"
        zone         = "europe-west1-b"

        boot_disk {
          kms_key_self_link = "projects/shop/locations/europe/keyRings/disks/cryptoKeys/orders"

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
    for (const disk of [...instance.blocks('boot_disk'), ...instance.blocks('attached_disk')]) {
      // The disk is a resource of its own, or was made elsewhere.
      if (disk.attribute('source').state !== 'absent') continue;
      requireSet('kms_key_self_link')(disk, report);
    }
  },
});
