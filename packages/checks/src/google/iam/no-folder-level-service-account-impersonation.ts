import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidImpersonation } from './judge-grants.ts';

export default defineCheck({
  id: 'google-iam-no-folder-level-service-account-impersonation',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_folder_iam_member', 'google_folder_iam_binding', 'google_folder_iam_policy'],

  title: 'Folders should not let anyone act as all their service accounts',
  why: 'Roles such as `roles/iam.serviceAccountUser` let their holder act as a service account, or make keys and tokens for it. Given in the folder, they are for every service account below it, the most powerful ones included.',
  harm: 'The holder gains the rights of every service account in the folder.',
  remedy: 'Give the role on the single service account that is needed, with `google_service_account_iam_member`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_folder_iam',
    'https://cloud.google.com/iam/docs/service-account-permissions',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0005', 'GCP-0005'],
    checkov: ['CKV_GCP_44'],
  },

  messages: {
    role: '`{address}` lets its members act as every service account in the folder (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_folder_iam_member" "shop" {
          folder = "folders/123456789012"
          role   = "roles/iam.serviceAccountUser"
          member = "group:ops@example.com"
        }
      `,
      expect: 'role',
    },
    {
      bad: hcl`
        resource "google_folder_iam_binding" "shop" {
          folder  = "folders/123456789012"
          role    = "roles/iam.serviceAccountTokenCreator"
          members = ["group:ops@example.com"]
        }
      `,
      expect: 'role',
    },
    {
      bad: hcl`
        data "google_iam_policy" "shop" {
          binding {
            role    = "roles/iam.serviceAccountUser"
            members = ["group:ops@example.com"]
          }
        }

        resource "google_folder_iam_policy" "shop" {
          folder      = "folders/123456789012"
          policy_data = data.google_iam_policy.shop.policy_data
        }
      `,
      expect: 'role',
    },
  ],
  good: () => [
    hcl`
      resource "google_folder_iam_member" "shop" {
        folder = "folders/123456789012"
        role   = "roles/logging.viewer"
        member = "group:ops@example.com"
      }
    `,
  ],

  evaluate: forbidImpersonation(),
});
