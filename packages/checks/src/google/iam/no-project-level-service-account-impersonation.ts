import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidImpersonation } from './judge-grants.ts';

export default defineCheck({
  id: 'google-iam-no-project-level-service-account-impersonation',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_project_iam_member', 'google_project_iam_binding', 'google_project_iam_policy'],

  title: 'Projects should not let anyone act as all their service accounts',
  why: 'Roles such as `roles/iam.serviceAccountUser` let their holder act as a service account, or make keys and tokens for it. Given in the project, they are for every service account below it, the most powerful ones included.',
  harm: 'The holder gains the rights of every service account in the project.',
  remedy: 'Give the role on the single service account that is needed, with `google_service_account_iam_member`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/iam/docs/service-account-permissions',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0011', 'GCP-0011'],
    checkov: ['CKV_GCP_49'],
  },

  messages: {
    role: '`{address}` lets its members act as every service account in the project (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_project_iam_member" "shop" {
          project = "shop"
          role    = "roles/iam.serviceAccountUser"
          member  = "group:ops@example.com"
        }
      `,
      expect: 'role',
    },
    {
      bad: hcl`
        resource "google_project_iam_binding" "shop" {
          project = "shop"
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

        resource "google_project_iam_policy" "shop" {
          project     = "shop"
          policy_data = data.google_iam_policy.shop.policy_data
        }
      `,
      expect: 'role',
    },
  ],
  good: () => [
    hcl`
      resource "google_project_iam_member" "shop" {
        project = "shop"
        role    = "roles/logging.viewer"
        member  = "group:ops@example.com"
      }
    `,
  ],

  evaluate: forbidImpersonation(),
});
