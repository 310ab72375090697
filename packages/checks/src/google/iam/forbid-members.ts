import type { Answer, ShapeReport } from '../../kit/index.ts';
import type { Grants, Member } from '../iam-grants.ts';

/**
 * No grant may be for a member of a kind. Message: `M`, at the member.
 * @param isForbidden whether a member is of the kind
 */
export function forbidMembers<M extends string>(
  { grants, unknownAt }: Grants,
  report: ShapeReport<M>,
  message: M,
  isForbidden: (member: Member) => Answer,
): void {
  if (unknownAt !== undefined) report.undetermined({ at: unknownAt });
  for (const grant of grants) {
    for (const at of grant.unknownMembers) report.undetermined({ at });
    for (const member of grant.members) {
      const answer = isForbidden(member);
      if (answer === 'true') report.fail({ message, at: member });
      if (answer === 'unknown') report.undetermined({ at: member });
    }
  }
}
