import type { Answer, Place, Policy, Statement, Text } from '../../kit/index.ts';
import { anyOf, includesText } from '../../kit/index.ts';

/** Whether a statement is about an action, and where it says so. */
export interface ActionScope {
  readonly answer: Answer;
  readonly at: Place;
}

/** Whether a statement is about an action, by name, by a pattern, or by naming others as excepted. @param action `iam:PassRole` */
export function scopeOfAction(statement: Statement, action: string): ActionScope {
  const { actions, notActions } = statement;
  if (notActions.isWritten) {
    const isExcepted = anyOf(notActions.items.map((item) => coversAction(item, action)));
    const at = notActions.items[0] ?? statement;
    if (isExcepted === 'true') return { answer: 'false', at };
    return { answer: isExcepted === 'unknown' || notActions.hasMore ? 'unknown' : 'true', at };
  }
  let scope: ActionScope = { answer: actions.hasMore ? 'unknown' : 'false', at: statement };
  for (const item of actions.items) {
    const answer = coversAction(item, action);
    if (answer === 'true') return { answer, at: item };
    if (answer === 'unknown') scope = { answer, at: item };
  }
  return scope;
}

/** Whether the policy denies an action again, on more than a few named resources. */
export function isDenied(policy: Policy, action: string): boolean {
  return policy.statements.some((statement) => {
    if (statement.effect !== 'Deny' || scopeOfAction(statement, action).answer !== 'true') return false;
    return statement.notResources.isWritten || statement.resources.items.some((text) => hasWildcard(text) === 'true');
  });
}

/** Whether a pattern of a policy matches an action; case does not matter, `*` and `?` stand for any text and any character. */
export function coversAction(pattern: Text, action: string): Answer {
  if (pattern.text !== undefined) {
    return matchesPattern(pattern.text.toLowerCase(), action.toLowerCase()) ? 'true' : 'false';
  }
  const start = (pattern.pieces[0] ?? '').toLowerCase();
  const literal = start.slice(0, start.search(/[*?]|$/));
  return action.toLowerCase().startsWith(literal) ? 'unknown' : 'false';
}

/** Whether a text has a star. A reference to a resource has none, whatever it will be; a variable may have one. */
export function hasWildcard(text: Text): Answer {
  const answer = includesText(text, '*');
  if (answer !== 'unknown') return answer;
  const isReference = text.waitsFor.every(({ subject }) => subject.kind === 'resource' || subject.kind === 'data');
  return isReference ? 'false' : 'unknown';
}

/** Whether a statement has a condition on one of the keys. @param keys in lower case; one that ends with a slash stands for all below it */
export function hasConditionOn(statement: Statement, keys: readonly string[]): boolean {
  return statement.conditions.some((condition) => {
    const key = condition.key.toLowerCase();
    return keys.some((wanted) => key === wanted || (wanted.endsWith('/') && key.startsWith(wanted)));
  });
}

/** Goes back to the last star only, so the time is the product of both lengths at most. */
function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let star = -1;
  let resumeAt = 0;
  let t = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resumeAt = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
