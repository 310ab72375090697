import type { Value } from '@tfwarden/hcl';
import {
  BigNumber,
  BOOL,
  clusterEnd,
  convert,
  countClusters,
  FunctionError,
  isConversionFailure,
  isWhollyKnown,
  NUMBER,
  quote,
  STRING,
  typeOf,
} from '@tfwarden/hcl';
import { jsonString } from '../go/json-string.ts';
import { floatText, formatFloat, formatInteger } from '../go/number-verb.ts';
import { writeJson } from '../json/write-json.ts';
import { MAX_FORMAT_WIDTH, MAX_STRING_LENGTH } from '../limits.ts';
import type { TextPart } from '../text-parts.ts';
import { changed, knownText, partsOf } from '../text-parts.ts';
import type { Verb } from './parse-format.ts';
import { parseFormat } from './parse-format.ts';

/** Formats values that are wholly known. Throws `FunctionError`. */
export function formatText(format: string, values: readonly Value[]): string {
  const pieces: string[] = [];
  let length = 0;
  let used = 0;
  parseFormat(format, {
    literal: (text) => {
      pieces.push(text);
    },
    verb(verb) {
      used = Math.max(used, verb.argument);
      const text = formatVerb(verb, values);
      pieces.push(text);
      length += text.length;
      if (length > MAX_STRING_LENGTH) {
        throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
      }
    },
  });
  if (used < values.length) {
    const what = used === 0 ? 'no verbs in format string' : `only ${used} used by format string`;
    throw new FunctionError(`too many arguments; ${what}`, used + 1);
  }
  return pieces.join('');
}

/**
 * Formats as far as values are known. An unknown value keeps its pieces where a verb writes it as it is.
 * @returns undefined where the format does not fit the values: nobody has to know before the values are
 */
export function formatParts(format: string, values: readonly Value[]): readonly TextPart[] | undefined {
  const parts: TextPart[] = [];
  try {
    parseFormat(format, {
      literal: (text) => {
        parts.push(text);
      },
      verb(verb) {
        const value = values[verb.argument - 1];
        if (value === undefined || isWhollyKnown(value)) parts.push(formatVerb(verb, values));
        else parts.push(...unknownVerb(verb, value));
      },
    });
    return parts;
  } catch (error) {
    if (error instanceof FunctionError) return undefined;
    throw error;
  }
}

function unknownVerb(verb: Verb, value: Value): readonly TextPart[] {
  if (value.kind !== 'unknown') return verb.mode === 'v' && verb.width === undefined ? writeJson(value) : [];
  const isAsItIs = (verb.mode === 's' || verb.mode === 'v') && !verb.sharp && verb.width === undefined;
  return isAsItIs && verb.precision === undefined ? partsOf(value) : [changed(value)];
}

function formatVerb(verb: Verb, values: readonly Value[]): string {
  const { mode, raw, offset, argument } = verb;
  const value = values[argument - 1];
  if (value === undefined) {
    throw new FunctionError(
      `not enough arguments for ${quote(raw)} at ${offset}: need index ${argument} but have ${values.length} total`,
    );
  }
  if (mode !== 'v' && value.kind === 'null') throw unusable(verb, 'null value cannot be formatted');
  switch (mode) {
    case 'v':
      return padded(verb, asItIs(verb, value));
    case 't': {
      const truth = converted(verb, value, BOOL);
      return truth.kind === 'bool' && truth.value ? 'true' : 'false';
    }
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return formatNumberVerb(verb, value);
    case 's':
      return padded(verb, cut(verb, textOf(verb, value)));
    case 'q':
      return padded(verb, jsonString(cut(verb, textOf(verb, value))));
    default:
      throw new FunctionError(`unsupported format verb '${mode}' in ${quote(raw)} at offset ${offset}`);
  }
}

function unusable(verb: Verb, reason: string): FunctionError {
  return new FunctionError(`unsupported value for ${quote(verb.raw)} at ${verb.offset}: ${reason}`);
}

function converted(verb: Verb, value: Value, type: Parameters<typeof convert>[1]): Value {
  const result = convert(value, type);
  if (isConversionFailure(result)) throw unusable(verb, result.message);
  return result;
}

function textOf(verb: Verb, value: Value): string {
  const text = converted(verb, value, STRING);
  return text.kind === 'string' ? text.value : '';
}

function asItIs(verb: Verb, value: Value): string {
  if (!verb.sharp && value.kind === 'string') return value.value;
  if (!verb.sharp && value.kind === 'number') return floatText(value.value, value.precision, 'g', undefined);
  try {
    return knownText(writeJson(value));
  } catch (error) {
    if (error instanceof FunctionError) throw unusable(verb, error.message);
    throw error;
  }
}

function formatNumberVerb(verb: Verb, value: Value): string {
  const number = converted(verb, value, NUMBER);
  if (number.kind !== 'number') throw unusable(verb, `a number is required, not ${typeOf(value).kind}`);
  const isInteger = 'bdoxX'.includes(verb.mode);
  const whole = isInteger ? BigNumber.toBigInt(number.value) : undefined;
  if (isInteger && whole === undefined) throw unusable(verb, 'an integer is required');
  if (isTooWide(verb)) {
    // Go's `fmt` gives up on the verb: this is what Terraform makes of it.
    const shown = floatText(number.value, number.precision, isInteger ? 'f' : 'g', undefined);
    return `%!(NOVERB)%!(EXTRA *big.${isInteger ? 'Int' : 'Float'}=${shown})`;
  }
  if (whole === undefined) return formatFloat(number.value, number.precision, verb.mode, verb);
  return formatInteger(whole, verb.mode, verb);
}

function isTooWide({ width = 0, precision = 0 }: Verb): boolean {
  return width > MAX_FORMAT_WIDTH || precision > MAX_FORMAT_WIDTH;
}

/** The first grapheme clusters, as many as the precision says; a precision of 0 does not count. */
function cut({ precision = 0 }: Verb, text: string): string {
  if (precision <= 0) return text;
  let end = 0;
  for (let taken = 0; taken < precision && end < text.length; taken++) end = clusterEnd(text, end, text.length);
  return text.slice(0, end);
}

function padded(verb: Verb, text: string): string {
  if (verb.width === undefined) return text;
  if (isTooWide(verb)) throw unusable(verb, `the width is more than ${MAX_FORMAT_WIDTH}`);
  const missing = verb.width - countClusters(text, 0, text.length);
  if (missing <= 0) return text;
  const padding = (verb.zero ? '0' : ' ').repeat(missing);
  return verb.minus ? text + padding : padding + text;
}
