import type { Answer } from '../../kit/index.ts';
import { anyOf, endsWithText, startsWithText } from '../../kit/index.ts';
import type { Member } from '../iam-grants.ts';

/** Ends of the addresses of the accounts that Compute Engine and App Engine create in each project. */
const DEFAULT_ACCOUNT_ENDS = ['-compute@developer.gserviceaccount.com', '@appspot.gserviceaccount.com'];

/** That of BigQuery is an agent of Google's that no workload runs as. */
const DEFAULT_ACCOUNT_SOURCES = [
  'data.google_compute_default_service_account',
  'data.google_app_engine_default_service_account',
];

const OWN_ACCOUNT_SOURCES = ['google_service_account', 'data.google_service_account'];

/** Whether a member is a service account, by its text or by what it refers to. */
export function isServiceAccount(member: Member): Answer {
  const answer = startsWithText(member, 'serviceAccount:');
  if (answer !== 'unknown') return answer;
  return refersToOneOf(member, [...OWN_ACCOUNT_SOURCES, ...DEFAULT_ACCOUNT_SOURCES]) ? 'true' : 'unknown';
}

/** Whether a member is an account that all machines of a project run as, unless they are told otherwise. */
export function isDefaultServiceAccount(member: Member): Answer {
  if (startsWithText(member, 'serviceAccount:') === 'false') return 'false';
  if (member.text === undefined && refersToOneOf(member, DEFAULT_ACCOUNT_SOURCES)) return 'true';
  if (member.text === undefined && refersToOneOf(member, ['google_service_account'])) return 'false';
  return anyOf(DEFAULT_ACCOUNT_ENDS.map((end) => endsWithText(member, end)));
}

/** Whether a member is a person. */
export function isUser(member: Member): Answer {
  const answer = startsWithText(member, 'user:');
  if (answer !== 'unknown') return answer;
  return refersToOneOf(member, [...OWN_ACCOUNT_SOURCES, ...DEFAULT_ACCOUNT_SOURCES]) ? 'false' : 'unknown';
}

function refersToOneOf(member: Member, types: readonly string[]): boolean {
  return types.some((type) => member.refersTo(type));
}
