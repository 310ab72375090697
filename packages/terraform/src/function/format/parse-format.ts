import { FunctionError } from '@tfwarden/hcl';
import type { NumberVerb } from '../go/number-verb.ts';
import { quoteRune } from '../go/quote.ts';
import { encodeUtf8 } from '../go/utf8.ts';

/** One verb of a format: `%-8.3[2]s`. */
export interface Verb extends NumberVerb {
  readonly mode: string;
  /** As written. */
  readonly raw: string;
  /** UTF-8 bytes in front of it. */
  readonly offset: number;
  /** Which argument, from 1. */
  readonly argument: number;
}

export interface FormatReceiver {
  literal(text: string): void;
  verb(verb: Verb): void;
}

/** Splits a format into literal text and verbs, by go-cty's grammar. Throws `FunctionError` where it meets what is neither. */
export function parseFormat(format: string, receiver: FormatReceiver): void {
  let nextArgument = 1;
  let at = 0;
  while (at < format.length) {
    const percent = format.indexOf('%', at);
    if (percent < 0) {
      receiver.literal(format.slice(at));
      return;
    }
    if (percent > at) receiver.literal(format.slice(at, percent));
    if (format.charAt(percent + 1) === '%') {
      receiver.literal('%');
      at = percent + 2;
      continue;
    }
    const match = VERB.exec(format.slice(percent, percent + MAX_VERB_LENGTH));
    if (match?.groups === undefined) throw malformed(format, percent);
    const [raw] = match;
    const { flags = '', width, precision, index, mode = '' } = match.groups;
    const argument = index === undefined ? nextArgument : Math.min(Number(index), Number.MAX_SAFE_INTEGER);
    receiver.verb({
      raw,
      mode,
      offset: encodeUtf8(format.slice(0, percent)).length,
      argument,
      zero: flags.includes('0'),
      sharp: flags.includes('#'),
      plus: flags.includes('+'),
      minus: flags.includes('-'),
      space: flags.includes(' '),
      width: sizeOf(width),
      precision: precision === '' ? 0 : sizeOf(precision),
    });
    nextArgument = argument + 1;
    at = percent + raw.length;
  }
}

/** No sensible verb is longer. */
const MAX_VERB_LENGTH = 200;
const VERB =
  /^%(?<flags>[0#+ -]*)(?<width>[1-9]\d*)?(?:\.(?<precision>\d*))?(?:\[(?<index>[1-9]\d*)\])?(?<mode>[a-zA-Z])/;
/** As much of a verb as there is. */
const VERB_BEGINNING = /^%[0#+ -]*(?:[1-9]\d*)?(?:\.\d*)?(?:\[(?:[1-9]\d*\]?)?)?/;

function sizeOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return Number(digits);
}

function malformed(format: string, percent: number): FunctionError {
  const beginning = VERB_BEGINNING.exec(format.slice(percent))?.[0] ?? '%';
  const stop = percent + beginning.length;
  const offset = encodeUtf8(format.slice(0, stop)).length;
  const point = format.codePointAt(stop);
  if (point === undefined) return new FunctionError(`invalid format string starting at offset ${offset}`);
  const character = quoteRune(String.fromCodePoint(point));
  return new FunctionError(`unrecognized format character ${character} at offset ${offset}`);
}
