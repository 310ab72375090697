import type { Answer, Fix, ShapeReport } from '../kit/index.ts';
import { anyOf, edit, equalsText, startsWithText } from '../kit/index.ts';
import type { Grant, Grants, Member } from './iam-grants.ts';

/** Everyone on the internet, and everyone with a Google account. */
const PUBLIC_MEMBERS: readonly string[] = ['allUsers', 'allAuthenticatedUsers'];

/** Whether a member is the public. A service account is not, whatever its address will be. */
export function isPublicMember(member: Member): Answer {
  if (member.text === undefined && member.refersTo('google_service_account')) return 'false';
  return anyOf(PUBLIC_MEMBERS.map((name) => equalsText(member, name)));
}

/** No grant may be for the public. Message: `public`. */
export function forbidPublicMembers({ grants, unknownAt }: Grants, report: ShapeReport<'public'>): void {
  if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
  for (const grant of grants) {
    for (const at of grant.unknownMembers) report.undetermined({ at });
    for (const member of grant.members) {
      const isPublic = isPublicMember(member);
      if (isPublic === 'true') report.fail({ message: 'public', at: member, fix: withoutPublic(grant) });
      // What begins as another kind of member, such as `user:`, is decided above; this may become any member.
      else if (isPublic === 'unknown' && startsWithText(member, 'all') !== 'false') report.undetermined({ at: member });
    }
  }
}

/** Takes the public entries out of a list of constants that has others. */
function withoutPublic({ members, membersAttribute }: Grant): Fix | undefined {
  const texts = members.map((member) => member.text);
  const rest = texts.filter((text) => text === undefined || !PUBLIC_MEMBERS.includes(text));
  if (membersAttribute === undefined || rest.length === 0 || rest.includes(undefined)) return undefined;
  const list = `[${rest.map((text) => JSON.stringify(text)).join(', ')}]`;
  return edit.withCaution(edit.setAttribute(membersAttribute.block, 'members', list), 'the public loses access');
}
