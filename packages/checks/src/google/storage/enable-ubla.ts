import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { formerAttribute } from '../renamed-arguments.ts';

export default defineCheck({
  id: 'google-storage-enable-ubla',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_storage_bucket',

  title: 'Storage buckets should use uniform bucket-level access',
  why: 'With uniform bucket-level access, IAM alone decides who may read a bucket. Without it every object can have an access control list of its own, which no policy of the bucket shows.',
  harm: 'Single objects can be open to everyone while the bucket looks closed.',
  remedy: 'Set `uniform_bucket_level_access` to `true`.',
  links: [
    'https://cloud.google.com/storage/docs/uniform-bucket-level-access',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket#uniform_bucket_level_access',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0002', 'GCP-0002'],
    checkov: ['CKV_GCP_29'],
  },
  providerFacts: [
    { version: 'google < 4', fact: 'The argument `bucket_policy_only` does the same; it counts where it is on.' },
  ],

  messages: {
    missing: '`{address}` does not set `uniform_bucket_level_access`, so objects may have ACLs of their own',
    disabled: '`{address}` switches uniform bucket-level access off, so objects may have ACLs of their own',
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
          name                        = "invoices"
          location                    = "EU"
          uniform_bucket_level_access = true
        }
      `,
    },
    {
      bad: hcl`
        resource "google_storage_bucket" "invoices" {
          name                        = "invoices"
          location                    = "EU"
          uniform_bucket_level_access = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_storage_bucket" "invoices" {
          name                        = "invoices"
          location                    = "EU"
          uniform_bucket_level_access = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_storage_bucket" "invoices" {
        name                        = "invoices"
        location                    = "EU"
        uniform_bucket_level_access = true
      }
    `,
  ],

  evaluate(bucket, report) {
    if (formerAttribute(bucket, 'uniform_bucket_level_access')?.truth() === 'true') return;
    const uniform = bucket.attribute('uniform_bucket_level_access');
    const fix = edit.withCaution(
      edit.setAttribute(bucket, 'uniform_bucket_level_access', 'true'),
      'access that object ACLs grant today is lost',
    );
    switch (uniform.truth()) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: uniform });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: uniform, fix });
        return;
      case 'false':
        report.fail({ message: 'disabled', at: uniform, fix });
        return;
    }
  },
});
