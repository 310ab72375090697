import { anyOf, defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-storage-enable-bucket-versioning',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_storage_bucket',

  title: 'Storage buckets should keep old versions of objects',
  why: 'With versioning, an object that is overwritten or deleted stays as an old version and can be brought back. Soft delete does that for some days only. A retention policy protects objects in another way.',
  harm: 'Data that is overwritten or deleted by mistake or by an attacker is lost.',
  remedy: 'Set `enabled = true` in a `versioning` block, and limit the number of old versions with a `lifecycle_rule`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket#versioning',
    'https://cloud.google.com/storage/docs/object-versioning',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0078', 'GCP-0078', 'storage-bucket-versioning-disabled'],
    checkov: ['CKV_GCP_78'],
  },

  messages: {
    missing: '`{address}` does not keep old versions of its objects',
    disabled: '`{address}` switches versioning off',
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
      fixed: hcl`
        resource "google_storage_bucket" "invoices" {
          name     = "invoices"
          location = "EU"

          versioning {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_storage_bucket" "invoices" {
          name     = "invoices"
          location = "EU"

          versioning {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_storage_bucket" "invoices" {
          name     = "invoices"
          location = "EU"

          versioning {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_storage_bucket" "invoices" {
        name     = "invoices"
        location = "EU"

        versioning {
          enabled = true
        }
      }
    `,
    hcl`
      resource "google_storage_bucket" "invoices" {
        name     = "invoices"
        location = "EU"

        retention_policy {
          retention_period = 2592000
        }
      }
    `,
  ],

  evaluate(bucket, report) {
    // Neither takes versioning: a retention policy keeps the objects, a hierarchical namespace has no versions.
    const alternatives = anyOf([
      bucket.mayHaveBlock('retention_policy'),
      bucket.attribute('hierarchical_namespace.enabled').truth(),
    ]);
    if (alternatives === 'true') return;
    const versioning = bucket.attribute('versioning.enabled');
    if (alternatives === 'unknown' && versioning.truth() !== 'true') report.undetermined({ at: versioning });
    else requireTrue('versioning.enabled')(bucket, report);
  },
});
