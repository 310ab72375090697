import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { unknownValue } from '../value/construct.ts';
import { depthOf, MAX_STRING_LENGTH, MAX_VALUE_DEPTH, MAX_VALUE_WEIGHT, weightOf } from '../value/extent.ts';
import { withMarks } from '../value/marks.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';
import { problem } from './problem.ts';

/** Refuses a value that is too large or nests too deep: it becomes unknown, with one diagnostic. */
export function bounded(value: Value, range: Range, diagnostics: Diagnostic[]): Value {
  if (depthOf(value) > MAX_VALUE_DEPTH) {
    const detail = `This value nests deeper than ${MAX_VALUE_DEPTH} levels, so it is treated as unknown.`;
    return refused('Value nests too deep', detail, value, range, diagnostics);
  }
  if (weightOf(value) > MAX_VALUE_WEIGHT) {
    const detail = `This value has more than ${MAX_VALUE_WEIGHT} elements, so it is treated as unknown.`;
    return refused('Value too large', detail, value, range, diagnostics);
  }
  if (value.kind === 'string' && value.value.length > MAX_STRING_LENGTH) {
    return withMarks(tooLong(range, diagnostics), value.marks);
  }
  return value;
}

/** Reports a string longer than `MAX_STRING_LENGTH`; it becomes unknown. */
export function tooLong(range: Range, diagnostics: Diagnostic[]): UnknownValue {
  const detail = `This string is longer than ${MAX_STRING_LENGTH} characters, so it is treated as unknown.`;
  diagnostics.push(problem('String too long', detail, range));
  return unknownValue(STRING);
}

function refused(summary: string, detail: string, value: Value, range: Range, diagnostics: Diagnostic[]): Value {
  diagnostics.push(problem(summary, detail, range));
  return unknownValue(DYNAMIC, { waitsFor: waitsForOf(value), marks: value.marks });
}
