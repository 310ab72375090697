import type { Value } from '@tfwarden/hcl';
import {
  BigNumber,
  FALSE,
  integerValue,
  NULL,
  numberValue,
  parseNumber,
  quote,
  stringValue,
  TRUE,
} from '@tfwarden/hcl';
import { decodeBase64 } from '../go/base64.ts';
import { daysInMonth, formatRfc3339, timeOf } from '../go/time.ts';

/** What a scalar means; `merge` is the key `<<`. */
export type ScalarMeaning = Value | 'merge' | { readonly problem: string };

/**
 * Decides what a scalar means, as go-cty-yaml 1.1 does: YAML 1.1 words for booleans, YAML 1.2 numbers, timestamps as RFC 3339 strings.
 * @param tag the long tag, or the empty string
 * @see https://github.com/zclconf/go-cty-yaml, resolve.go
 */
export function resolveScalar(tag: string, text: string, isQuoted: boolean): ScalarMeaning {
  if (tag !== '' && !KNOWN_TAGS.has(tag)) return { problem: `unsupported tag ${quote(tag)}` };
  const mayBeOther = text === '' || FIRST_CHARACTER_HINTS.test(text);
  let kind = tag;
  if (mayBeOther && tag !== STR && tag !== BINARY) {
    if (isQuoted) return stringValue(text);
    const word = WORDS.get(text);
    if (word !== undefined) return word.value;
    if (tag === '' && NOT_A_NUMBER.includes(text)) return { problem: 'floating point NaN is not supported' };
    const first = text.charAt(0);
    if (first === '.') {
      const number = parseNumber(text);
      if (number !== undefined) return numberValue(number);
    } else if (/[-+0-9]/.test(first)) {
      const timestamp = tag === '' || tag === TIMESTAMP ? parseYamlTimestamp(text) : undefined;
      if (timestamp !== undefined) return stringValue(timestamp);
      if (INTEGER.test(text)) kind = INT;
      else if (FLOAT.test(text)) kind = FLOAT_TAG;
    }
  }
  if (kind === '') return text === '<<' ? 'merge' : stringValue(text);
  return resolveTagged(kind, text);
}

const PREFIX = 'tag:yaml.org,2002:';
const STR = `${PREFIX}str`;
const BINARY = `${PREFIX}binary`;
const BOOL_TAG = `${PREFIX}bool`;
const INT = `${PREFIX}int`;
const FLOAT_TAG = `${PREFIX}float`;
const NULL_TAG = `${PREFIX}null`;
const TIMESTAMP = `${PREFIX}timestamp`;
const KNOWN_TAGS: ReadonlySet<string> = new Set([STR, BINARY, BOOL_TAG, INT, FLOAT_TAG, NULL_TAG, TIMESTAMP]);

/** Characters that something other than a string can begin with. */
const FIRST_CHARACTER_HINTS = /^[-+0-9yYnNtTfFoO~.]/;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const NOT_A_NUMBER: readonly string[] = ['.nan', '.NaN', '.NAN'];

interface Word {
  readonly tag: string;
  readonly value: Value;
}

const WORDS: ReadonlyMap<string, Word> = new Map(
  (
    [
      [BOOL_TAG, TRUE, 'y Y yes Yes YES true True TRUE on On ON'],
      [BOOL_TAG, FALSE, 'n N no No NO false False FALSE off Off OFF'],
      [NULL_TAG, NULL, '~ null Null NULL'],
      [FLOAT_TAG, numberValue(BigNumber.POSITIVE_INFINITY), '.inf .Inf .INF +.inf +.Inf +.INF'],
      [FLOAT_TAG, numberValue(BigNumber.NEGATIVE_INFINITY), '-.inf -.Inf -.INF'],
      [NULL_TAG, NULL, ''],
    ] as const
  ).flatMap(([tag, value, words]) => words.split(' ').map((word): [string, Word] => [word, { tag, value }])),
);

function resolveTagged(tag: string, text: string): ScalarMeaning {
  const unreadable = { problem: `cannot parse ${quote(text)} as ${tag}` };
  switch (tag) {
    case BINARY:
      if (!('length' in decodeBase64(text))) return { problem: `${unreadable.problem}: not valid base64` };
      return stringValue(text);
    case BOOL_TAG: {
      const word = WORDS.get(text);
      return word?.tag === BOOL_TAG ? word.value : unreadable;
    }
    case INT:
    case FLOAT_TAG:
      return parseYamlNumber(text) ?? unreadable;
    case TIMESTAMP: {
      const timestamp = parseYamlTimestamp(text);
      return timestamp === undefined ? unreadable : stringValue(timestamp);
    }
    case NULL_TAG:
      return NULL;
    default:
      return stringValue(text);
  }
}

/** Decimal numbers of any size; hexadecimal, octal and binary ones of 64 bits, as Go's `strconv.ParseInt` with base 0. */
function parseYamlNumber(text: string): Value | undefined {
  const plain = text.replaceAll('_', '');
  const number = parseNumber(plain);
  if (number !== undefined) return numberValue(number);
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+)$/.exec(plain);
  if (match === null) return undefined;
  const digits = match[2] ?? '';
  const whole = BigInt(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = match[1] === '-' ? -whole : whole;
  const isInRange = value >= -(1n << 63n) && value < (match[1] === '' ? 1n << 64n : 1n << 63n);
  if (!isInRange) return undefined;
  const decimal = parseNumber(String(value));
  if (decimal === undefined) return undefined;
  return typeof decimal === 'number' ? integerValue(decimal) : numberValue(decimal, 64);
}

/** Go's layouts `2006-1-2T15:4:5.999999999Z07:00`, the same with `t`, `2006-1-2 15:4:5.999999999` and `2006-1-2`. */
function parseYamlTimestamp(text: string): string | undefined {
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (date === null) return undefined;
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const rest = text.slice(date[0].length);
  if (rest === '') return formatRfc3339(timeOf({ year, month, day }, 0, 0, 0));
  const clock = /^([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|([-+])(\d\d):(\d\d))?$/.exec(rest);
  // A zone is part of the layouts with a letter, and of no other.
  if (clock === null || (clock[1] === ' ') !== (clock[5] === undefined)) return undefined;
  const [hour, minute, second] = [Number(clock[2]), Number(clock[3]), Number(clock[4])];
  const [zoneHours, zoneMinutes] = [Number(clock[7] ?? 0), Number(clock[8] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || zoneHours > 24 || zoneMinutes > 60) return undefined;
  const minutesEast = zoneHours * 60 + zoneMinutes;
  const offsetSeconds = clock[6] === '-' ? -60 * minutesEast : 60 * minutesEast;
  return formatRfc3339(timeOf({ year, month, day }, hour * 3600 + minute * 60 + second, 0, offsetSeconds));
}
