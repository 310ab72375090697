import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidPublicMembers } from '../public-members.ts';

export default defineCheck({
  id: 'google-storage-no-public-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: [
    'google_storage_bucket_iam_member',
    'google_storage_bucket_iam_binding',
    'google_storage_bucket_iam_policy',
  ],

  title: 'Storage buckets should not be open to the public',
  why: '`allUsers` stands for everyone on the internet, `allAuthenticatedUsers` for everyone with a Google account, whichever organisation it belongs to.',
  harm: 'Anyone can read the objects, or whatever else the role allows.',
  remedy:
    'Give the role to the groups and service accounts that need it, and set `public_access_prevention` of the bucket to `enforced`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_iam',
    'https://cloud.google.com/storage/docs/access-control/iam-reference',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0001', 'GCP-0001'],
    checkov: ['CKV_GCP_28'],
  },

  messages: {
    public: '`{address}` gives a role to the public (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_storage_bucket_iam_member" "readers" {
          bucket = "invoices"
          role   = "roles/storage.objectViewer"
          member = "allUsers"
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "google_storage_bucket_iam_binding" "readers" {
          bucket  = "invoices"
          role    = "roles/storage.objectViewer"
          members = ["group:accounting@example.com", "allAuthenticatedUsers"]
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "google_storage_bucket_iam_binding" "readers" {
          bucket  = "invoices"
          role    = "roles/storage.objectViewer"
          members = ["group:accounting@example.com"]
        }
      `,
    },
    {
      bad: hcl`
        data "google_iam_policy" "readers" {
          binding {
            role    = "roles/storage.objectViewer"
            members = ["allUsers"]
          }
        }

        resource "google_storage_bucket_iam_policy" "readers" {
          bucket      = "invoices"
          policy_data = data.google_iam_policy.readers.policy_data
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "google_storage_bucket_iam_binding" "readers" {
        bucket  = "invoices"
        role    = "roles/storage.objectViewer"
        members = ["group:accounting@example.com"]
      }
    `,
  ],

  evaluate(access, report) {
    const [bucket] = access.attribute('bucket').refersTo('google_storage_bucket').found;
    const isPrevented = bucket?.attribute('public_access_prevention').equals('enforced');
    if (isPrevented !== 'true') forbidPublicMembers(grantsOf(access), report);
  },
});
