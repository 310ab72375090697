import type { Expression, Value } from '@tfwarden/hcl';
import type { EvaluatedAttribute } from '@tfwarden/terraform';
import { withoutParentheses } from './expression-part.ts';

/** Conditionals within conditionals that are looked into. */
const MAX_DEPTH = 6;

/**
 * The values an unknown conditional may turn out to have; nothing for any other expression.
 * @param expression of the attribute, or a part of it
 */
export function possibleValues(
  attribute: EvaluatedAttribute,
  expression: Expression | undefined,
  depth = 0,
): readonly Value[] {
  const conditional = withoutParentheses(expression);
  if (conditional?.kind !== 'conditional' || depth > MAX_DEPTH) return [];
  return [conditional.trueResult, conditional.falseResult].flatMap((result) => {
    const value = attribute.evaluate?.(result);
    if (value === undefined) return [];
    const inner = value.kind === 'unknown' ? possibleValues(attribute, result, depth + 1) : [];
    return inner.length > 0 ? inner : [value];
  });
}
