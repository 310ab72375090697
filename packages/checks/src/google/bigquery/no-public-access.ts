import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidPublicMembers } from '../public-members.ts';

export default defineCheck({
  id: 'google-bigquery-no-public-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: [
    'google_bigquery_dataset',
    'google_bigquery_dataset_access',
    'google_bigquery_dataset_iam_member',
    'google_bigquery_dataset_iam_binding',
    'google_bigquery_dataset_iam_policy',
  ],

  title: 'Datasets should not be open to the public',
  why: '`allAuthenticatedUsers` stands for everyone with a Google account, whichever organisation it belongs to, and `allUsers` for everyone.',
  harm: 'Anyone can read the data.',
  remedy: 'Give access to groups, domains and service accounts by name.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset#special_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0046', 'GCP-0046'],
    checkov: ['CKV_GCP_15'],
  },

  messages: {
    public: '`{address}` is open to the public (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_bigquery_dataset" "orders" {
          dataset_id = "orders"
          location   = "EU"

          access {
            role          = "READER"
            special_group = "allAuthenticatedUsers"
          }
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "google_bigquery_dataset" "orders" {
          dataset_id = "orders"
          location   = "EU"

          access {
            role       = "READER"
            iam_member = "allUsers"
          }
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "google_bigquery_dataset_iam_binding" "readers" {
          dataset_id = "orders"
          role       = "roles/bigquery.dataViewer"
          members    = ["group:accounting@example.com", "allAuthenticatedUsers"]
        }
      `,
      expect: 'public',
      fixed: hcl`
        resource "google_bigquery_dataset_iam_binding" "readers" {
          dataset_id = "orders"
          role       = "roles/bigquery.dataViewer"
          members    = ["group:accounting@example.com"]
        }
      `,
    },
  ],
  good: [
    hcl`
      resource "google_bigquery_dataset" "orders" {
        dataset_id = "orders"
        location   = "EU"

        access {
          role          = "READER"
          special_group = "projectReaders"
        }
      }
    `,
    hcl`
      resource "google_bigquery_dataset" "orders" {
        dataset_id = "orders"
        location   = "EU"

        access {
          role           = "READER"
          group_by_email = "accounting@example.com"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type.includes('_iam_')) {
      forbidPublicMembers(grantsOf(resource), report);
      return;
    }
    const grants = resource.type === 'google_bigquery_dataset' ? resource.blocks('access') : [resource];
    for (const grant of grants) {
      for (const name of ['special_group', 'iam_member']) {
        const holder = grant.attribute(name);
        const isPublic = holder.isOneOf(['allUsers', 'allAuthenticatedUsers']);
        if (isPublic === 'true') report.fail({ message: 'public', at: holder });
        if (isPublic === 'unknown') report.undetermined({ at: holder });
      }
    }
  },
});
