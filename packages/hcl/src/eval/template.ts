import type { Template, TemplateJoin } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { NOT_NULL } from '../value/bounds.ts';
import { stringValue, unknownValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { MAX_STRING_LENGTH } from '../value/extent.ts';
import { type Marks, mergeMarks, unmark, withMarks } from '../value/marks.ts';
import { refinePrefix } from '../value/refine.ts';
import { STRING } from '../value/type.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';
import { tooLong } from './limits.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';

/** Pieces of a string that an unknown string remembers; when there are more it remembers none of the pieces of its pieces. */
const MAX_PARTS = 256;

/** Bytes of known text at the start that are kept as the refinement of an unknown string, as in hashicorp/hcl. */
const MAX_PREFIX_BYTES = 128;

/** Evaluates a string with interpolations or a heredoc. */
export function evaluateTemplate(
  expression: Template,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const [only] = expression.parts;
  if (expression.parts.length === 1 && only?.kind === 'literal' && only.value.kind === 'string') {
    return only.value.value.length > MAX_STRING_LENGTH ? tooLong(expression, diagnostics) : only.value;
  }
  const start = diagnostics.length;
  let pieces: Pieces | undefined;
  let marks: Marks;
  /** Known text up to the first unknown piece. */
  let known = '';
  let length = 0;
  for (const part of expression.parts) {
    // Most parts are pieces of plain text.
    const isPlain = part.kind === 'literal' && part.value.kind === 'string' && part.value.marks === undefined;
    const value = isPlain ? part.value : evaluate(part, scope, diagnostics);
    if (value.kind === 'null') {
      const detail = 'The expression result is null. Cannot include a null value in a string template.';
      diagnostics.push(problem('Invalid template interpolation value', detail, part, expression));
      continue;
    }
    marks = mergeMarks(marks, value.marks);
    if (value.kind === 'unknown') {
      pieces ??= new Pieces(known);
      pieces.addUnknown(value);
      continue;
    }
    const text = value.kind === 'string' ? value : convert(unmark(value), STRING);
    if (text.kind !== 'string') {
      const reason = text.kind === 'conversionFailure' ? text.message : 'string required';
      const detail = `Cannot include the given value in a string template: ${reason}.`;
      diagnostics.push(problem('Invalid template interpolation value', detail, part, expression));
      continue;
    }
    length += text.value.length;
    if (length > MAX_STRING_LENGTH) break;
    if (pieces !== undefined) pieces.addText(text.value);
    else if (!failed(diagnostics, start)) known += text.value;
  }
  if (length > MAX_STRING_LENGTH) return withMarks(tooLong(expression, diagnostics), marks);
  if (pieces === undefined) return withMarks(stringValue(known), marks);
  const unknown = pieces.unknownString(true);
  const result = failed(diagnostics, start) ? unknown : refinePrefix(unknown, firstBytes(known));
  return withMarks(result, marks);
}

/** Evaluates the strings that a `%{ for }` makes and joins them. */
export function evaluateTemplateJoin(
  expression: TemplateJoin,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const tuple = evaluate(expression.tuple, scope, diagnostics);
  if (tuple.kind !== 'tuple') {
    return unknownValue(STRING, { waitsFor: waitsForOf(tuple) });
  }
  const pieces = new Pieces('');
  let marks = tuple.marks;
  let joined = '';
  for (const value of tuple.elements) {
    if (value.kind === 'null') {
      const detail = 'An iteration result is null. Cannot include a null value in a string template.';
      diagnostics.push(problem('Invalid template interpolation value', detail, expression));
      continue;
    }
    const text = convert(value, STRING);
    if (text.kind === 'conversionFailure') {
      const detail = `Cannot include one of the interpolation results into the string template: ${text.message}.`;
      diagnostics.push(problem('Invalid template interpolation value', detail, expression));
      continue;
    }
    if (text.kind === 'unknown') pieces.addUnknown(text);
    else if (text.kind === 'string') {
      marks = pieces.isUnknown ? marks : mergeMarks(marks, text.marks);
      joined += text.value;
      pieces.addText(text.value);
      if (joined.length > MAX_STRING_LENGTH) return tooLong(expression, diagnostics);
    }
  }
  // As in hashicorp/hcl an unknown result has the marks of the tuple only.
  if (pieces.isUnknown) return withMarks(pieces.unknownString(false), tuple.marks);
  return withMarks(stringValue(joined), marks);
}

/** The known and unknown pieces of a string. */
class Pieces {
  isUnknown = false;
  readonly #parts: (string | UnknownValue)[] = [];
  readonly #inputs: UnknownValue[] = [];
  #length = 0;

  constructor(known: string) {
    this.addText(known);
  }

  addText(text: string): void {
    this.#length += text.length;
    const last = this.#parts.at(-1);
    if (typeof last === 'string') this.#parts[this.#parts.length - 1] = last + text;
    else if (text !== '') this.#parts.push(text);
  }

  addUnknown(value: UnknownValue): void {
    this.isUnknown = true;
    this.#inputs.push(value);
    const { parts } = value;
    if (parts === undefined || this.#parts.length + parts.length > MAX_PARTS) {
      this.#parts.push(value);
      return;
    }
    for (const part of parts) {
      if (typeof part === 'string') this.addText(part);
      else this.#parts.push(part);
    }
  }

  unknownString(isNotNull: boolean): UnknownValue {
    return unknownValue(STRING, {
      refinement: isNotNull ? NOT_NULL : undefined,
      waitsFor: waitsForOf(...this.#inputs),
      parts: this.#length > MAX_STRING_LENGTH ? undefined : this.#parts,
    });
  }
}

function failed(diagnostics: readonly Diagnostic[], start: number): boolean {
  return diagnostics.length > start && hasErrorsSince(diagnostics, start);
}

/** The longest start of the text that is at most `MAX_PREFIX_BYTES` long in UTF-8. */
function firstBytes(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of text.slice(0, MAX_PREFIX_BYTES)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MAX_PREFIX_BYTES) break;
    end += character.length;
  }
  return text.slice(0, end);
}
