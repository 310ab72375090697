import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidMembers } from './forbid-members.ts';
import { isDefaultServiceAccount } from './members-of-accounts.ts';

export default defineCheck({
  id: 'google-iam-no-org-level-default-service-account-assignment',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_organization_iam_member', 'google_organization_iam_binding', 'google_organization_iam_policy'],

  title: 'Default service accounts should have no role in a whole organisation',
  why: 'Machines and functions run as the default service account of their project unless they are told otherwise. A role that such an account has in the whole organisation reaches all of them.',
  harm: 'Who breaks into any one workload that runs as the default account can use the role everywhere in the organisation.',
  remedy: 'Create a service account for the purpose, run only that workload as it, and give the role to it.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_organization_iam',
    'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0008', 'GCP-0008'],
    checkov: ['CKV_GCP_47'],
  },

  messages: {
    default: '`{address}` gives a default service account a role in the whole organisation',
  },

  examples: [
    {
      bad: hcl`
        resource "google_organization_iam_member" "deployment" {
          org_id = "123456789"
          role   = "roles/storage.objectViewer"
          member = "serviceAccount:123456789012-compute@developer.gserviceaccount.com"
        }
      `,
      expect: 'default',
    },
    {
      bad: hcl`
        data "google_compute_default_service_account" "shop" {
        }

        resource "google_organization_iam_binding" "deployment" {
          org_id  = "123456789"
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

      resource "google_organization_iam_member" "deployment" {
        org_id = "123456789"
        role   = "roles/storage.objectViewer"
        member = google_service_account.deployment.member
      }
    `,
  ],

  evaluate(resource, report) {
    forbidMembers(grantsOf(resource), report, 'default', isDefaultServiceAccount);
  },
});
