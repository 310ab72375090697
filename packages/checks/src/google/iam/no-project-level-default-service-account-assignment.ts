import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidMembers } from './forbid-members.ts';
import { isDefaultServiceAccount } from './members-of-accounts.ts';

export default defineCheck({
  id: 'google-iam-no-project-level-default-service-account-assignment',
  since: '1.0.0',
  severity: 'MEDIUM',
  // A role on a single bucket or topic is not one in the whole project, so resources that grant those are not listed.
  resource: ['google_project_iam_member', 'google_project_iam_binding', 'google_project_iam_policy'],

  title: 'Default service accounts should have no role in a whole project',
  why: 'Machines and functions run as the default service account of their project unless they are told otherwise. A role that such an account has in the whole project reaches all of them.',
  harm: 'Who breaks into any one workload that runs as the default account can use the role everywhere in the project.',
  remedy: 'Create a service account for the purpose, run only that workload as it, and give the role to it.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0006', 'GCP-0006'],
    checkov: ['CKV_GCP_46'],
  },

  messages: {
    default: '`{address}` gives a default service account a role in the whole project',
  },

  examples: [
    {
      bad: hcl`
        resource "google_project_iam_member" "deployment" {
          project = "shop-prod"
          role    = "roles/storage.objectViewer"
          member  = "serviceAccount:123456789012-compute@developer.gserviceaccount.com"
        }
      `,
      expect: 'default',
    },
    {
      bad: hcl`
        data "google_compute_default_service_account" "shop" {
        }

        resource "google_project_iam_binding" "deployment" {
          project = "shop-prod"
          role    = "roles/storage.objectViewer"
          members = ["serviceAccount:\${data.google_compute_default_service_account.shop.email}"]
        }
      `,
      expect: 'default',
    },
  ],
  good: [
    hcl`
      resource "google_service_account" "deployment" {
        account_id = "deployment"
      }

      resource "google_project_iam_member" "deployment" {
        project = "shop-prod"
        role    = "roles/storage.objectViewer"
        member  = google_service_account.deployment.member
      }
    `,
  ],

  evaluate(resource, report) {
    forbidMembers(grantsOf(resource), report, 'default', isDefaultServiceAccount);
  },
});
