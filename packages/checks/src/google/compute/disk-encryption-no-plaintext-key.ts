import { defineCheck, hcl } from '../../kit/index.ts';

/** Where keys may be written. */
const RAW_KEYS: Readonly<Record<string, readonly { readonly block: string; readonly name: string }[]>> = {
  google_compute_disk: [{ block: 'disk_encryption_key', name: 'raw_key' }],
  google_compute_instance: [
    { block: 'boot_disk', name: 'disk_encryption_key_raw' },
    { block: 'attached_disk', name: 'disk_encryption_key_raw' },
  ],
};

export default defineCheck({
  id: 'google-compute-disk-encryption-no-plaintext-key',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['google_compute_disk', 'google_compute_instance'],

  title: 'The keys of disks should not be written into code',
  why: 'A key that is written into code is known to everyone who can read the code or the state. Cloud KMS keeps the key itself, and the code only names it.',
  harm: 'Anyone who has the code can decrypt the disk.',
  remedy: 'Name a Cloud KMS key with `kms_key_self_link`, remove the raw key, and encrypt the data anew.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk#raw_key',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#disk_encryption_key_raw',
    'https://cloud.google.com/compute/docs/disks/customer-supplied-encryption',
  ],
  alsoKnownAs: {
    tfsec: [
      'GCP013',
      'google-compute-disk-encryption-required',
      'google-compute-no-plaintext-disk-keys',
      'google-compute-no-plaintext-vm-disk-keys',
    ],
    trivy: ['AVD-GCP-0037', 'GCP-0037'],
  },

  messages: {
    plain: '`{address}` has the key of a disk in plain text',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_disk" "orders" {
          name = "orders"
          zone = "europe-west1-b"

          disk_encryption_key {
            raw_key = "SGVsbG8gZnJvbSBHb29nbGUgQ2xvdWQgUGxhdGZvcm0="
          }
        }
      `,
      expect: 'plain',
    },
    {
      bad: hcl`
        resource "google_compute_instance" "shop" {
          name         = "shop"
          machine_type = "e2-medium"
          zone         = "europe-west1-b"

          boot_disk {
            disk_encryption_key_raw = "SGVsbG8gZnJvbSBHb29nbGUgQ2xvdWQgUGxhdGZvcm0="

            initialize_params {
              image = "debian-cloud/debian-12"
            }
          }

          network_interface {
            network = "shop"
          }
        }
      `,
      expect: 'plain',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_disk" "orders" {
        name = "orders"
        zone = "europe-west1-b"

        disk_encryption_key {
          kms_key_self_link = "projects/shop/locations/europe/keyRings/disks/cryptoKeys/orders"
        }
      }
    `,
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

  evaluate(resource, report) {
    for (const { block, name } of RAW_KEYS[resource.type] ?? []) {
      for (const found of resource.blocks(block)) {
        const key = found.attribute(name);
        // A variable without a value, or a generated key, is not in the code.
        if ((key.text() ?? '') !== '') report.fail({ message: 'plain', at: key });
      }
    }
  },
});
