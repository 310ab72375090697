import { defineCheck, hcl } from '../../kit/index.ts';
import { grantsOf } from '../iam-grants.ts';
import { forbidImpersonation } from './forbid-impersonation.ts';

export default defineCheck({
  id: 'google-iam-no-org-level-service-account-impersonation',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['google_organization_iam_member', 'google_organization_iam_binding', 'google_organization_iam_policy'],

  title: 'Nobody should be able to act as every service account of an organisation',
  why: 'Roles such as `roles/iam.serviceAccountUser` let their holder act as a service account. Granted on an organisation, they hold for each service account below it, the most powerful ones included.',
  harm: 'The holder can gain all rights of any service account in the organisation.',
  remedy: 'Grant the role on the one service account that is needed, with `google_service_account_iam_member`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_organization_iam',
    'https://cloud.google.com/iam/docs/service-account-impersonation',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0009', 'GCP-0009'],
    checkov: ['CKV_GCP_45'],
  },

  messages: {
    impersonation: '`{address}` lets its members act as every service account of the organisation (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_organization_iam_binding" "deployers" {
          org_id  = "123456789"
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

        resource "google_organization_iam_policy" "deployers" {
          org_id      = "123456789"
          policy_data = data.google_iam_policy.deployers.policy_data
        }
      `,
      expect: 'impersonation',
    },
  ],
  good: [
    hcl`
      resource "google_organization_iam_member" "viewer" {
        org_id = "123456789"
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
