import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidDefaultAccounts } from './judge-grants.ts';

export default defineCheck({
  id: 'google-iam-no-folder-level-default-service-account-assignment',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_folder_iam_member', 'google_folder_iam_binding', 'google_folder_iam_policy'],

  title: 'Folders should not give roles to default service accounts',
  why: 'Google makes default service accounts for Compute Engine and App Engine, and every workload that chooses no other uses them. A role that one of them is given reaches all of these workloads.',
  harm: 'Every workload with the default account gains the role in the folder.',
  remedy: 'Create a service account for the workload, and give the role to it.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_folder_iam',
    'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0004', 'GCP-0004'],
    checkov: ['CKV_GCP_48'],
  },

  messages: {
    account: '`{address}` gives a role in the folder to a default service account (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_folder_iam_member" "shop" {
          folder = "folders/123456789012"
          role   = "roles/logging.viewer"
          member = "serviceAccount:123456789012-compute@developer.gserviceaccount.com"
        }
      `,
      expect: 'account',
    },
    {
      bad: hcl`
        resource "google_folder_iam_binding" "shop" {
          folder  = "folders/123456789012"
          role    = "roles/logging.viewer"
          members = ["group:ops@example.com", "serviceAccount:shop@appspot.gserviceaccount.com"]
        }
      `,
      expect: 'account',
    },
    {
      bad: hcl`
        data "google_iam_policy" "shop" {
          binding {
            role    = "roles/logging.viewer"
            members = ["serviceAccount:123456789012-compute@developer.gserviceaccount.com"]
          }
        }

        resource "google_folder_iam_policy" "shop" {
          folder      = "folders/123456789012"
          policy_data = data.google_iam_policy.shop.policy_data
        }
      `,
      expect: 'account',
    },
  ],
  good: () => [
    hcl`
      resource "google_folder_iam_member" "shop" {
        folder = "folders/123456789012"
        role   = "roles/logging.viewer"
        member = "serviceAccount:shop@shop.iam.gserviceaccount.com"
      }
    `,
    hcl`
      data "google_iam_policy" "shop" {
        binding {
          role    = "roles/logging.viewer"
          members = ["group:ops@example.com"]
        }
      }

      resource "google_folder_iam_policy" "shop" {
        folder      = "folders/123456789012"
        policy_data = data.google_iam_policy.shop.policy_data
      }
    `,
  ],

  evaluate: forbidDefaultAccounts(),
});
