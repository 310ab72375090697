import { defineCheck, hcl } from '../../kit/index.ts';
import { IAM_RESOURCES } from './iam-resources.ts';
import { forbidMembers, isUser } from './judge-grants.ts';

export default defineCheck({
  id: 'google-iam-no-user-granted-permissions',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: IAM_RESOURCES,

  title: 'Roles should be given to groups, not to people',
  why: 'Access that a group is given is easy to review, and ends when somebody leaves the group. Access that single people are given is forgotten.',
  harm: 'People keep rights that they no longer need.',
  remedy: 'Give the role to a group, and put the people into it.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/iam/docs/overview#permissions',
    'https://cloud.google.com/resource-manager/reference/rest/v1/projects/setIamPolicy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/data-sources/iam_policy#members',
  ],
  alsoKnownAs: {
    tfsec: ['GCP011'],
    trivy: ['AVD-GCP-0003', 'GCP-0003'],
  },

  messages: {
    user: '`{address}` gives a role to a single person (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_project_iam_member" "shop" {
          project = "shop"
          role    = "roles/viewer"
          member  = "user:ann@example.com"
        }
      `,
      expect: 'user',
    },
    {
      bad: hcl`
        resource "google_folder_iam_binding" "shop" {
          folder  = "folders/123456789012"
          role    = "roles/viewer"
          members = ["group:ops@example.com", "user:ann@example.com"]
        }
      `,
      expect: 'user',
    },
    {
      bad: hcl`
        data "google_iam_policy" "shop" {
          binding {
            role    = "roles/viewer"
            members = ["user:ann@example.com"]
          }
        }

        resource "google_organization_iam_policy" "shop" {
          org_id      = "123456789012"
          policy_data = data.google_iam_policy.shop.policy_data
        }
      `,
      expect: 'user',
    },
  ],
  good: () => [
    hcl`
      resource "google_project_iam_member" "shop" {
        project = "shop"
        role    = "roles/viewer"
        member  = "group:ops@example.com"
      }
    `,
    hcl`
      resource "google_organization_iam_member" "shop" {
        org_id = "123456789012"
        role   = "roles/viewer"
        member = "serviceAccount:shop@shop.iam.gserviceaccount.com"
      }
    `,
  ],

  evaluate: forbidMembers(isUser, 'user'),
});
