import type { Answer, Text } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, equalsText, hcl } from '../../kit/index.ts';
import { inlineGrantsOf } from '../iam-grants.ts';
import { LEVEL_GRANTS } from './granting-types.ts';
import { isServiceAccount } from './members-of-accounts.ts';

/** Roles with nearly every right. */
const BASIC_ROLES = ['roles/owner', 'roles/editor'];

export default defineCheck({
  id: 'google-iam-no-privileged-service-accounts',
  since: '1.0.0',
  severity: 'HIGH',
  resource: LEVEL_GRANTS,

  title: 'Service accounts should not have privileged roles',
  why: 'Service accounts are used by programs, and whoever takes over the program or gets hold of a key has all their rights. Owner, editor and administrator roles give far more than a program needs.',
  harm: 'One compromised workload controls the project, folder or organisation.',
  remedy: 'Give the account roles for what it does and no more, on the resources it works with where that is possible.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
    'https://cloud.google.com/iam/docs/understanding-roles',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0007', 'GCP-0007'],
    checkov: ['CKV_GCP_42'],
  },

  messages: {
    privileged: '`{address}` gives a service account the privileged role `{value}`',
  },

  examples: [
    {
      bad: hcl`
        resource "google_service_account" "shop" {
          account_id = "shop"
        }

        resource "google_project_iam_member" "shop" {
          project = "shop-prod"
          role    = "roles/editor"
          member  = "serviceAccount:\${google_service_account.shop.email}"
        }
      `,
      expect: 'privileged',
    },
    {
      bad: hcl`
        resource "google_project_iam_binding" "buckets" {
          project = "shop-prod"
          role    = "roles/storage.admin"
          members = ["serviceAccount:shop@shop-prod.iam.gserviceaccount.com"]
        }
      `,
      expect: 'privileged',
    },
  ],
  good: [
    hcl`
      resource "google_service_account" "shop" {
        account_id = "shop"
      }

      resource "google_project_iam_member" "shop" {
        project = "shop-prod"
        role    = "roles/logging.logWriter"
        member  = google_service_account.shop.member
      }
    `,
    hcl`
      resource "google_project_iam_binding" "owners" {
        project = "shop-prod"
        role    = "roles/owner"
        members = ["group:platform@example.com"]
      }
    `,
  ],

  evaluate(resource, report) {
    const { grants, unknownAt } = inlineGrantsOf(resource);
    if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
    for (const { role, members, unknownMembers } of grants) {
      if (role === undefined) continue;
      const isForAccount = anyOf([...members.map(isServiceAccount), ...unknownMembers.map((): Answer => 'unknown')]);
      const answer = allOf([isPrivileged(role), isForAccount]);
      if (answer === 'true') report.fail({ message: 'privileged', at: role });
      if (answer === 'unknown') report.undetermined({ at: role });
    }
  },
});

/** Roles with a name that ends in `admin`, in any case, count: `roles/storage.objectAdmin`, custom ones too. */
function isPrivileged(role: Text): Answer {
  if (anyOf(BASIC_ROLES.map((name) => equalsText(role, name))) === 'true') return 'true';
  const end = role.pieces.at(-1);
  if (end?.toLowerCase().endsWith('admin') === true) return 'true';
  if (role.text !== undefined) return 'false';
  // `projects/${var.project}/roles/orderReader` is not an administrator's role, whatever the project is.
  return end === undefined || 'admin'.endsWith(end.toLowerCase()) ? 'unknown' : 'false';
}
