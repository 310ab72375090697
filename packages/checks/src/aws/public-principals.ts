import type { Answer, Condition, Place, Statement, Text } from '../kit/index.ts';
import { allOf, anyOf, includesText, reachOf } from '../kit/index.ts';

/**
 * Keys of conditions that keep strangers out, in lower case; one that ends with a slash stands for all below it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const LIMITING_KEYS: readonly string[] = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principaltag/',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpcsourceip',
  'kms:calleraccount',
];

/** Operators that ask for one of the values; their `IfExists` forms and `ForAllValues` let requests without the key pass. */
const LIMITING_OPERATOR =
  /^(?:forAnyValue:)?(?:stringEquals|stringEqualsIgnoreCase|stringLike|arnEquals|arnLike|ipAddress|bool)$/i;

/** Who a statement of a resource policy lets in. */
export interface PublicAccess {
  /** Whether it allows everybody. */
  readonly answer: Answer;
  /** The principal that says so, else the statement. */
  readonly at: Place;
}

/** Whether a statement of a resource policy allows everybody: an `Allow` for a wildcard, without a condition that keeps strangers out. */
export function publicAccessOf(statement: Statement): PublicAccess {
  const principal = widestPrincipalOf(statement);
  if (statement.effect === 'Deny' || principal.answer === 'false') return { answer: 'false', at: statement };
  const isLimited = anyOf(statement.conditions.map(isLimiting));
  if (isLimited === 'true') return { answer: 'false', at: statement };
  const isCertain =
    statement.effect === 'Allow' && isLimited === 'false' && !statement.isPartlyUnknown && principal.answer === 'true';
  return { answer: isCertain ? 'true' : 'unknown', at: principal.at };
}

function widestPrincipalOf(statement: Statement): PublicAccess {
  // Everybody but a few is everybody.
  if (statement.notPrincipals.length > 0) return { answer: 'true', at: statement };
  let widest: PublicAccess = { answer: statement.isPartlyUnknown ? 'unknown' : 'false', at: statement };
  for (const { type, identifiers } of statement.principals) {
    if (type !== '*' && type !== 'AWS') continue;
    if (identifiers.hasMore && identifiers.items.length === 0) widest = { answer: 'unknown', at: statement };
    for (const identifier of identifiers.items) {
      const answer = isEverybody(identifier);
      if (answer === 'true') return { answer, at: identifier };
      if (answer === 'unknown') widest = { answer, at: identifier };
    }
  }
  return widest;
}

/** `*`, and ARNs with a wildcard for the account such as `arn:aws:iam::*:root`. References name somebody. */
function isEverybody(principal: Text): Answer {
  const hasStar = includesText(principal, '*');
  if (hasStar !== 'unknown') return hasStar;
  const isReference = principal.waitsFor.every(({ subject }) => subject.kind === 'resource' || subject.kind === 'data');
  return isReference ? 'false' : 'unknown';
}

function isLimiting(condition: Condition): Answer {
  const key = condition.key.toLowerCase();
  const isKnownKey = LIMITING_KEYS.some((known) => key === known || (known.endsWith('/') && key.startsWith(known)));
  if (!isKnownKey || !LIMITING_OPERATOR.test(condition.operator)) return 'false';
  const { items, hasMore } = condition.values;
  if (items.length === 0) return hasMore ? 'true' : 'false';
  // One value that lets everybody in is enough; a value that is not known is somebody's choice.
  return allOf(items.map(({ text }) => (text !== undefined && letsEverybodyIn(text) ? 'false' : 'true')));
}

function letsEverybodyIn(value: string): boolean {
  return /^[*?]*$/.test(value) || value.toLowerCase() === 'false' || reachOf(value) === 'world';
}
