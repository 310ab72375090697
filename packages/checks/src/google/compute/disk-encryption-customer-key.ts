import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-disk-encryption-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_compute_disk',

  title: 'Disks should be encrypted with a key of your own',
  why: 'Google encrypts every disk with keys that it manages. With a Cloud KMS key you decide who may decrypt, when the key is rotated and when it ends.',
  harm: 'Nobody can withdraw the data by disabling its key, and the use of the key is not logged.',
  remedy: 'Set `kms_key_self_link` in a `disk_encryption_key` block to a Cloud KMS key.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk#kms_key_self_link',
    'https://cloud.google.com/compute/docs/disks/customer-supplied-encryption',
    'https://cloud.google.com/compute/docs/disks/customer-managed-encryption',
  ],
  alsoKnownAs: {
    tfsec: ['GCP001', 'google-compute-disk-encryption-customer-keys'],
    trivy: ['AVD-GCP-0034', 'GCP-0034'],
  },

  messages: {
    missing: '`{address}` is not encrypted with a Cloud KMS key',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_disk" "orders" {
          name = "orders"
          zone = "europe-west1-b"
        }
      `,
      expect: 'missing',
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
  ],

  evaluate: requireSet('disk_encryption_key.kms_key_self_link'),
});
