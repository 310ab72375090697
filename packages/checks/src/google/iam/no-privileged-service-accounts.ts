import type { Answer, Text } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, endsWithText, equalsText, hcl } from '../../kit/index.ts';
import type { Grant } from '../iam-grants.ts';
import { IAM_RESOURCES } from './iam-resources.ts';
import { forbidGrants, isServiceAccount } from './judge-grants.ts';

const BROAD_ROLES: readonly string[] = ['roles/owner', 'roles/editor'];

export default defineCheck({
  id: 'google-iam-no-privileged-service-accounts',
  since: '1.0.0',
  severity: 'HIGH',
  resource: IAM_RESOURCES,

  title: 'Service accounts should not be owners, editors or administrators',
  why: 'Programs use service accounts, and whoever gets a key or breaks into the program has all their rights. Owner, editor and the administrator roles allow far more than a program needs.',
  harm: 'One broken program gives control over the project, the folder or the organisation.',
  remedy: 'Give the account the few roles that the program needs.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/iam/docs/understanding-roles',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0007', 'GCP-0007'],
    checkov: ['CKV_GCP_42'],
  },

  messages: {
    role: '`{address}` gives a service account a role with very broad rights (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_project_iam_member" "shop" {
          project = "shop"
          role    = "roles/editor"
          member  = "serviceAccount:shop@shop.iam.gserviceaccount.com"
        }
      `,
      expect: 'role',
    },
    {
      bad: hcl`
        resource "google_folder_iam_binding" "shop" {
          folder  = "folders/123456789012"
          role    = "roles/storage.admin"
          members = ["group:ops@example.com", "serviceAccount:shop@shop.iam.gserviceaccount.com"]
        }
      `,
      expect: 'role',
    },
    {
      bad: hcl`
        data "google_iam_policy" "shop" {
          binding {
            role    = "roles/owner"
            members = ["serviceAccount:shop@shop.iam.gserviceaccount.com"]
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
        role    = "roles/storage.objectViewer"
        member  = "serviceAccount:shop@shop.iam.gserviceaccount.com"
      }
    `,
    hcl`
      resource "google_project_iam_member" "shop" {
        project = "shop"
        role    = "roles/editor"
        member  = "group:ops@example.com"
      }
    `,
  ],

  evaluate: forbidGrants(isPrivileged),
});

function isPrivileged({ role, members, unknownMembers }: Grant): Answer {
  if (role === undefined) return 'false';
  const holders = anyOf([...members.map(isServiceAccount), ...unknownMembers.map(() => 'unknown' as const)]);
  return allOf([isBroad(role), holders]);
}

function isBroad(role: Text): Answer {
  const isAdministrator = role.text === undefined ? endsWithText(role, 'dmin') : endsInAdmin(role.text);
  return anyOf([...BROAD_ROLES.map((name) => equalsText(role, name)), isAdministrator]);
}

/** `roles/storage.admin`, `roles/compute.networkAdmin`. */
function endsInAdmin(role: string): Answer {
  return role.toLowerCase().endsWith('admin') ? 'true' : 'false';
}
