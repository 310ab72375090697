import type { Expression, FunctionCall, Value } from '@tfwarden/hcl';
import type { EvaluatedAttribute } from '@tfwarden/terraform';
import { itemExpression, withoutParentheses } from './expression-part.ts';
import { elementsOf } from './known-value.ts';

/** Functions whose result has every element of their arguments. */
const KEEPS_ELEMENTS: ReadonlySet<string> = new Set([
  'compact',
  'concat',
  'distinct',
  'flatten',
  'reverse',
  'setunion',
  'sort',
  'tolist',
  'toset',
]);

export interface KnownItem {
  readonly value: Value;
  readonly expression: Expression | undefined;
}

/**
 * Elements that an unknown list certainly has: `concat(["0.0.0.0/0"], var.more)` opens to the world whatever `var.more` is.
 * @param expression of the attribute, or a part of it
 */
export function knownItems(attribute: EvaluatedAttribute, expression: Expression): readonly KnownItem[] {
  const call = withoutParentheses(expression);
  if (call?.kind !== 'functionCall' || !KEEPS_ELEMENTS.has(call.name) || attribute.evaluate === undefined) return [];
  return call.arguments.flatMap((argument, i) => itemsOfArgument(attribute, call, argument, i));
}

function itemsOfArgument(
  attribute: EvaluatedAttribute,
  call: FunctionCall,
  argument: Expression,
  index: number,
): readonly KnownItem[] {
  const value = attribute.evaluate?.(argument);
  if (value === undefined) return [];
  if (value.kind === 'unknown') return knownItems(attribute, argument);
  const isExpanded = call.expandFinal && index === call.arguments.length - 1;
  const items: KnownItem[] = [];
  for (const [i, element] of (elementsOf(value) ?? []).entries()) {
    const nested = isExpanded || call.name === 'flatten' ? elementsOf(element) : undefined;
    if (nested !== undefined) for (const inner of nested) items.push({ value: inner, expression: undefined });
    else items.push({ value: element, expression: itemExpression(argument, i) });
  }
  return items;
}
