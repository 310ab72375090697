import { defineCheck, hcl } from '../../kit/index.ts';
import { inlineGrantsOf } from '../iam-grants.ts';
import { forbidMembers } from './forbid-members.ts';
import { ALL_GRANTS } from './granting-types.ts';
import { isUser } from './members-of-accounts.ts';

export default defineCheck({
  id: 'google-iam-no-user-granted-permissions',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ALL_GRANTS,

  title: 'Roles should be granted to groups, not to single people',
  why: 'Who is in a group can be seen and changed in one place. Roles of single people are spread over the code, and are forgotten when somebody changes jobs.',
  harm: 'People keep access that they no longer need, and nobody notices.',
  remedy: 'Create a group for the task, and grant the role to it (`group:...`).',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/data-sources/iam_policy#members',
    'https://cloud.google.com/iam/docs/overview',
  ],
  alsoKnownAs: {
    tfsec: ['GCP011'],
    trivy: ['AVD-GCP-0003', 'GCP-0003'],
  },

  messages: {
    user: '`{address}` grants a role to a single person (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_project_iam_binding" "viewers" {
          project = "shop-prod"
          role    = "roles/viewer"
          members = ["group:accounting@example.com", "user:ann@example.com"]
        }
      `,
      expect: 'user',
    },
    {
      bad: hcl`
        data "google_iam_policy" "viewers" {
          binding {
            role    = "roles/viewer"
            members = ["user:ann@example.com"]
          }
        }
      `,
      expect: 'user',
    },
  ],
  good: [
    hcl`
      resource "google_project_iam_binding" "viewers" {
        project = "shop-prod"
        role    = "roles/viewer"
        members = ["group:accounting@example.com"]
      }
    `,
  ],

  evaluate(resource, report) {
    forbidMembers(inlineGrantsOf(resource), report, 'user', isUser);
  },
});
