import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidImpersonation } from './forbid-impersonation.ts';

export default defineCheck({
  id: 'google-iam-no-folder-level-service-account-impersonation',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_folder_iam_member', 'google_folder_iam_binding', 'google_folder_iam_policy'],

  title: 'Nobody should be able to act as every service account of a folder',
  why: 'Roles such as `roles/iam.serviceAccountUser` let their holder act as a service account. Granted on a folder, they hold for each service account below it, the most powerful ones included.',
  harm: 'The holder can gain all rights of any service account in the folder.',
  remedy: 'Grant the role on the one service account that is needed, with `google_service_account_iam_member`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_folder_iam',
    'https://cloud.google.com/iam/docs/service-account-impersonation',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0005', 'GCP-0005'],
    checkov: ['CKV_GCP_44'],
  },

  messages: {
    impersonation: '`{address}` lets its members act as every service account of the folder (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_folder_iam_binding" "deployers" {
          folder  = "folders/123456789"
          role    = "roles/iam.serviceAccountUser"
          members = ["group:deployers@example.com"]
        }
      `,
      expect: 'impersonation',
    },
    {
      bad: hcl`
        data "google_iam_policy" "deployers" {
          binding {
            role    = "roles/iam.serviceAccountTokenCreator"
            members = ["group:deployers@example.com"]
          }
        }

        resource "google_folder_iam_policy" "deployers" {
          folder      = "folders/123456789"
          policy_data = data.google_iam_policy.deployers.policy_data
        }
      `,
      expect: 'impersonation',
    },
  ],
  good: [
    hcl`
      resource "google_folder_iam_member" "viewer" {
        folder = "folders/123456789"
        role   = "roles/viewer"
        member = "group:operations@example.com"
      }
    `,
    hcl`
      resource "google_service_account" "deployment" {
        account_id = "deployment"
      }

      resource "google_service_account_iam_member" "deployers" {
        service_account_id = google_service_account.deployment.name
        role               = "roles/iam.serviceAccountUser"
        member             = "group:deployers@example.com"
      }
    `,
  ],

  evaluate(resource, report) {
    forbidImpersonation(grantsOf(resource), report);
  },
});
