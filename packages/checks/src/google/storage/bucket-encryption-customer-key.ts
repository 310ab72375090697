import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-storage-bucket-encryption-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_storage_bucket',

  title: 'Storage buckets should be encrypted with a key of your own',
  why: 'Google encrypts every bucket with keys that it manages. With a Cloud KMS key you decide who may decrypt, when the key is rotated and when it ends.',
  harm: 'Nobody can withdraw the data by disabling its key, and the use of the key is not logged.',
  remedy: 'Set `default_kms_key_name` in an `encryption` block to a Cloud KMS key.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket#encryption',
    'https://cloud.google.com/storage/docs/encryption/customer-managed-keys',
  ],
  alsoKnownAs: {
    tfsec: ['GCP002'],
    trivy: ['AVD-GCP-0066', 'GCP-0066'],
  },

  messages: {
    missing: '`{address}` is encrypted with a key that Google manages',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_storage_bucket" "invoices" {
          name     = "invoices"
          location = "EU"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "google_storage_bucket" "invoices" {
        name     = "invoices"
        location = "EU"

        encryption {
          default_kms_key_name = "projects/shop/locations/europe/keyRings/storage/cryptoKeys/invoices"
        }
      }
    `,
  ],

  evaluate: requireSet('encryption.default_kms_key_name'),
});
