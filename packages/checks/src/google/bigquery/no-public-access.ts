import type { BlockView, ShapeReport } from '../../kit/index.ts';
import { defineCheck, hcl, startsWithText, textOfAttribute } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidPublicMembers, isPublicMember } from '../public-members.ts';

/** Arguments of an `access` block that can name the public. */
const GRANTEES = ['special_group', 'iam_member'];

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
    'google_bigquery_table_iam_member',
    'google_bigquery_table_iam_binding',
    'google_bigquery_table_iam_policy',
  ],

  title: 'BigQuery datasets should not be open to the public',
  why: '`allAuthenticatedUsers` stands for everyone with a Google account, whichever organisation it belongs to, and `allUsers` for everyone on the internet.',
  harm: 'Anyone can read the data, or whatever else the role allows.',
  remedy: 'Give access to the groups, domains and service accounts that need it.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset#special_group',
    'https://cloud.google.com/bigquery/docs/control-access-to-resources-iam',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0046', 'GCP-0046'],
    checkov: ['CKV_GCP_15'],
  },

  messages: {
    public: '`{address}` gives access to the public (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_bigquery_dataset" "sales" {
          dataset_id = "sales"
          location   = "EU"

          access {
            role          = "OWNER"
            user_by_email = "warehouse@shop.iam.gserviceaccount.com"
          }

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
        resource "google_bigquery_dataset_iam_member" "readers" {
          dataset_id = "sales"
          role       = "roles/bigquery.dataViewer"
          member     = "allUsers"
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "google_bigquery_dataset" "sales" {
        dataset_id = "sales"
        location   = "EU"

        access {
          role          = "OWNER"
          special_group = "projectOwners"
        }

        access {
          role           = "READER"
          group_by_email = "accounting@example.com"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'google_bigquery_dataset') {
      for (const access of resource.blocks('access')) judgeAccess(access, report);
    } else if (resource.type === 'google_bigquery_dataset_access') {
      judgeAccess(resource, report);
    } else {
      forbidPublicMembers(grantsOf(resource), report);
    }
  },
});

function judgeAccess(access: BlockView, report: ShapeReport<'public'>): void {
  for (const name of GRANTEES) {
    const attribute = access.attribute(name);
    const text = textOfAttribute(attribute);
    if (text === undefined) continue;
    const refersTo = (type: string): boolean => attribute.refersTo(type).answer === 'true';
    const isPublic = isPublicMember({ ...text, refersTo });
    if (isPublic === 'true') report.fail({ message: 'public', at: attribute });
    if (isPublic === 'unknown' && startsWithText(text, 'all') !== 'false') {
      report.undetermined({ at: attribute });
    }
  }
}
