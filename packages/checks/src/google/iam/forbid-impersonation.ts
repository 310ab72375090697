import type { ShapeReport } from '../../kit/index.ts';
import { anyOf, equalsText } from '../../kit/index.ts';
import type { Grants } from '../iam-grants.ts';

/** Roles whose holder can act as a service account: attach it to a machine, make tokens or keys of it, sign in as it. */
const IMPERSONATION_ROLES = [
  'roles/iam.serviceAccountUser',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.workloadIdentityUser',
];

/** No grant may let its members act as service accounts. Message: `impersonation`, at the role. */
export function forbidImpersonation({ grants, unknownAt }: Grants, report: ShapeReport<'impersonation'>): void {
  if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
  for (const { role } of grants) {
    if (role === undefined) continue;
    const answer = anyOf(IMPERSONATION_ROLES.map((name) => equalsText(role, name)));
    if (answer === 'true') report.fail({ message: 'impersonation', at: role });
    if (answer === 'unknown') report.undetermined({ at: role });
  }
}
