import type { FunctionDefinition, Type, Value } from '@tfwarden/hcl';
import {
  FunctionError,
  isWhollyKnown,
  listOf,
  listValue,
  refinePrefix,
  STRING,
  stringValue,
  typeOf,
  unknownValue,
} from '@tfwarden/hcl';
import { isKnownSequence } from './collection/sequence.ts';
import { anyParameter, defineFunction, stringParameter, textAt } from './define.ts';
import { formatParts, formatText } from './format/format-text.ts';
import { MAX_STRING_LENGTH } from './limits.ts';
import { unknownText } from './text-parts.ts';

/** `format` and `formatlist`, after go-cty's `stdlib/format.go`. */
export const FORMAT_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'format',
    parameters: [stringParameter('format')],
    variadic: { ...anyParameter('args'), allowNull: true, allowUnknown: true },
    returns: STRING,
    call(args) {
      const format = textAt(args, 0);
      const values = args.slice(1);
      return values.every(isWhollyKnown) ? stringValue(formatText(format, values)) : unknownFormat(format, values);
    },
  }),
  defineFunction({
    name: 'formatlist',
    parameters: [stringParameter('format')],
    variadic: { ...anyParameter('args'), allowNull: true, allowUnknown: true },
    returns: listOf(STRING),
    call: (args, returnType) => formatList(textAt(args, 0), args.slice(1), returnType),
  }),
];

function unknownFormat(format: string, values: readonly Value[]): Value {
  const parts = formatParts(format, values);
  const unknown = parts === undefined ? unknownValue(STRING) : unknownText(parts);
  const verb = format.indexOf('%');
  return verb > 0 ? refinePrefix(unknown, format.slice(0, verb)) : unknown;
}

function formatList(format: string, values: readonly Value[], returnType: Type): Value {
  if (values.length === 0) return listValue(STRING, [stringValue(formatText(format, []))]);
  const length = commonLength(values);
  if (values.some((value) => isUnknownSequence(value))) return unknownValue(returnType);
  if (length * format.length > MAX_STRING_LENGTH) {
    throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
  }
  const results: Value[] = [];
  for (let i = 0; i < length; i++) {
    const row = values.map((value) => (isKnownSequence(value) ? (value.elements[i] ?? value) : value));
    // cty gives these results no prefix, only that they are not null.
    if (row.every(isWhollyKnown)) results.push(stringValue(formatRow(format, row, i)));
    else results.push({ ...unknownFormat(format, row), ...NOT_NULL_ONLY });
  }
  return listValue(STRING, results);
}

const NOT_NULL_ONLY = { refinement: { notNull: true } } as const;

function formatRow(format: string, row: readonly Value[], iteration: number): string {
  try {
    return formatText(format, row);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new FunctionError(`error on format iteration ${iteration}: ${error.message}`);
  }
}

/** The length that all sequences among the arguments have; 1 where there is none. */
function commonLength(values: readonly Value[]): number {
  let length: number | undefined;
  let chooser = 0;
  for (const [i, value] of values.entries()) {
    const own = lengthOf(value);
    if (own === undefined) continue;
    if (length === undefined) {
      length = own;
      chooser = i;
    } else if (own !== length) {
      throw new FunctionError(
        `argument ${i + 1} has length ${own}, which is inconsistent with argument ${chooser + 1} of length ${length}`,
        i + 1,
      );
    }
  }
  return length ?? 1;
}

function lengthOf(value: Value): number | undefined {
  if (value.kind === 'set' && value.elements.length > 1 && !isWhollyKnown(value)) return undefined;
  if (isKnownSequence(value)) return value.elements.length;
  const type = typeOf(value);
  return value.kind === 'unknown' && type.kind === 'tuple' ? type.elements.length : undefined;
}

/** Whether it is known or may turn out to be a sequence whose elements cannot be looked at yet. */
function isUnknownSequence(value: Value): boolean {
  if (value.kind === 'set') return lengthOf(value) === undefined;
  if (value.kind !== 'unknown') return false;
  const { kind } = value.type;
  return kind === 'list' || kind === 'set' || kind === 'tuple' || (kind === 'dynamic' && value.marks === undefined);
}
