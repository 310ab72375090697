import type { Answer, Place, ResourceView, ShapeReport } from '../../kit/index.ts';
import { anyOf, endsWithText, equalsText, startsWithText } from '../../kit/index.ts';
import type { Grant, Grants, Member } from '../iam-grants.ts';
import { grantsOf, inlineGrantsOf } from '../iam-grants.ts';

/** Addresses of the accounts that Google makes for Compute Engine and App Engine. */
const DEFAULT_ACCOUNTS: readonly string[] = ['-compute@developer.gserviceaccount.com', '@appspot.gserviceaccount.com'];
const DEFAULT_ACCOUNT_SOURCES: readonly string[] = [
  'data.google_compute_default_service_account',
  'data.google_app_engine_default_service_account',
];
/** Everything whose `member` is a service account. */
const ACCOUNT_SOURCES: readonly string[] = [
  'google_service_account',
  'data.google_service_account',
  ...DEFAULT_ACCOUNT_SOURCES,
];

/** Roles with which the holder acts as a service account, or makes keys and tokens for it. */
const IMPERSONATION_ROLES: readonly string[] = [
  'roles/iam.serviceAccountUser',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.workloadIdentityUser',
];

type Judge<M extends string> = (resource: ResourceView, report: ShapeReport<M>) => void;

/** No role may be given to a default service account. Message: `account`. */
export function forbidDefaultAccounts(): Judge<'account'> {
  return (resource, report) => judgeMembers(grantsOf(resource), isDefaultAccount, 'account', report);
}

/** No role may be given that lets its holder act as any service account. Message: `role`. */
export function forbidImpersonation(): Judge<'role'> {
  return (resource, report) => {
    const { grants, unknownAt } = grantsOf(resource);
    if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
    for (const { role } of grants) {
      if (role === undefined) continue;
      const answer = anyOf(IMPERSONATION_ROLES.map((name) => equalsText(role, name)));
      if (answer === 'true') report.fail({ message: 'role', at: role });
      if (answer === 'unknown') report.undetermined({ at: role });
    }
  };
}

/** No member may be of a kind, wherever roles are given. @param message of a finding, which is at the member */
export function forbidMembers<M extends string>(isForbidden: (member: Member) => Answer, message: M): Judge<M> {
  return (resource, report) => judgeMembers(inlineGrantsOf(resource), isForbidden, message, report);
}

/** No grant may be of a kind, wherever roles are given. Message: `role`, at the role. */
export function forbidGrants(isForbidden: (grant: Grant) => Answer): Judge<'role'> {
  return (resource, report) => {
    const { grants, unknownAt } = inlineGrantsOf(resource);
    if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
    for (const grant of grants) {
      const { role } = grant;
      if (role === undefined) continue;
      const answer = isForbidden(grant);
      if (answer === 'true') report.fail({ message: 'role', at: role });
      if (answer === 'unknown') report.undetermined({ at: role });
    }
  };
}

/** Whether a member is a person's account: `user:ann@example.com`. */
export function isUser(member: Member): Answer {
  return startsAs(member, 'user:');
}

/** Whether a member is a service account, by its text or by what it refers to. */
export function isServiceAccount(member: Member): Answer {
  return startsAs(member, 'serviceAccount:');
}

function startsAs(member: Member, prefix: string): Answer {
  const answer = startsWithText(member, prefix);
  if (answer !== 'unknown' || !ACCOUNT_SOURCES.some((type) => member.refersTo(type))) return answer;
  return prefix === 'serviceAccount:' ? 'true' : 'false';
}

function isDefaultAccount(member: Member): Answer {
  if (DEFAULT_ACCOUNT_SOURCES.some((type) => member.refersTo(type))) return 'true';
  const answer = anyOf(DEFAULT_ACCOUNTS.map((suffix) => endsWithText(member, suffix)));
  if (answer !== 'unknown') return answer;
  const isAccount = startsWithText(member, 'serviceAccount:');
  return isAccount === 'false' || member.refersTo('google_service_account') ? 'false' : 'unknown';
}

function judgeMembers<M extends string>(
  { grants, unknownAt }: Grants,
  isForbidden: (member: Member) => Answer,
  message: M,
  report: ShapeReport<M>,
): void {
  const unknown: Place[] = unknownAt === undefined ? [] : [unknownAt];
  for (const { members, unknownMembers } of grants) {
    unknown.push(...unknownMembers);
    for (const member of members) {
      const answer = isForbidden(member);
      if (answer === 'true') report.fail({ message, at: member });
      if (answer === 'unknown') unknown.push(member);
    }
  }
  for (const at of unknown) report.undetermined({ at });
}
