import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { unknownValue } from '../value/construct.ts';
import { depthOf, MAX_STRING_LENGTH, MAX_VALUE_DEPTH, MAX_VALUE_WEIGHT, weightOf } from '../value/extent.ts';
import type { Type } from '../value/type.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';
import { problem } from './problem.ts';

/** Iterations of one `for` expression; it has as many at most as its collection has elements. */
export const MAX_ITERATIONS = 1_000_000;

/** Refuses a value that is too large or nests too deep: it becomes unknown, with one diagnostic. */
export function bounded(value: Value, range: Range, diagnostics: Diagnostic[]): Value {
  if (depthOf(value) > MAX_VALUE_DEPTH) {
    const detail = `This value nests deeper than ${MAX_VALUE_DEPTH} levels, so it is treated as unknown.`;
    return refused('Value nests too deep', detail, DYNAMIC, value, range, diagnostics);
  }
  if (weightOf(value) > MAX_VALUE_WEIGHT) {
    const detail = `This value has more than ${MAX_VALUE_WEIGHT} elements, so it is treated as unknown.`;
    return refused('Value too large', detail, DYNAMIC, value, range, diagnostics);
  }
  if (value.kind === 'string' && value.value.length > MAX_STRING_LENGTH) {
    const detail = `This string is longer than ${MAX_STRING_LENGTH} characters, so it is treated as unknown.`;
    return refused('String too long', detail, STRING, value, range, diagnostics);
  }
  return value;
}

function refused(
  summary: string,
  detail: string,
  type: Type,
  value: Value,
  range: Range,
  diagnostics: Diagnostic[],
): Value {
  diagnostics.push(problem(summary, detail, range));
  return unknownValue(type, { waitsFor: waitsForOf(value), marks: value.marks });
}
