import { quote } from '@tfwarden/hcl';
import type { Time } from './time.ts';
import { daysInMonth, timeOf } from './time.ts';

/** Why a text is no timestamp, in Terraform's words. */
export interface TimeProblem {
  readonly message: string;
}

/**
 * Reads an RFC 3339 timestamp.
 * @param mode `strict` refuses what Go's layouts accept beyond the RFC (`formatdate`, `timeadd`: go-cty); `lenient` is Go's `time.Parse`,
 *   which allows one digit for the hour, a comma before the fraction, and offsets up to 24:60 (`timecmp`: Terraform's own)
 */
export function parseRfc3339(text: string, mode: 'strict' | 'lenient'): Time | TimeProblem {
  const parsed = parseByLayout(text);
  if ('unixSeconds' in parsed) {
    const excess = mode === 'strict' ? beyondRfc3339(text) : undefined;
    return excess === undefined ? parsed : { message: `${PREFIX}${describe(excess, mode)}` };
  }
  return { message: `${PREFIX}${describe(parsed, mode)}` };
}

const PREFIX = 'not a valid RFC3339 timestamp: ';

type Field = 'year' | 'month' | 'day of month' | 'hour' | 'minute' | 'second';
type Element = Field | 'UTC offset' | 'timestamp segment' | 'literal';

/** What Go's `time.ParseError` says: the element of the layout, and the text it met there. */
interface Failure {
  readonly element: Element;
  readonly found: string;
  /** For a literal: the characters expected. */
  readonly expected?: string;
  /** Replaces the description. */
  readonly message?: string;
}

/** The pieces of Go's layout `2006-01-02T15:04:05Z07:00`: a field, and the literal in front of it. */
const LAYOUT: readonly { readonly field: Field; readonly before: string }[] = [
  { field: 'year', before: '' },
  { field: 'month', before: '-' },
  { field: 'day of month', before: '-' },
  { field: 'hour', before: 'T' },
  { field: 'minute', before: ':' },
  { field: 'second', before: ':' },
];

const RANGES: Readonly<Record<Field, readonly [number, number]>> = {
  year: [0, 9999],
  month: [1, 12],
  'day of month': [0, 99],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 59],
};

function parseByLayout(text: string): Time | Failure {
  const fields: Record<Field, number> = { year: 0, month: 0, 'day of month': 0, hour: 0, minute: 0, second: 0 };
  let rest = text;
  for (const { field, before } of LAYOUT) {
    if (!rest.startsWith(before)) return { element: 'literal', found: rest, expected: before };
    rest = rest.slice(before.length);
    const digits = digitsOf(field, rest);
    if (digits === undefined) return { element: field, found: rest };
    const value = Number(digits);
    rest = rest.slice(digits.length);
    const [least, most] = RANGES[field];
    // For a field out of range Go reports what stands behind it.
    if (value < least || value > most) return { element: field, found: rest };
    fields[field] = value;
  }
  const fraction = /^[.,](\d+)/.exec(rest);
  if (fraction !== null) rest = rest.slice(fraction[0].length);
  const nanoseconds = Number((fraction?.[1] ?? '').slice(0, 9).padEnd(9, '0'));
  const zone = parseZone(rest);
  if ('element' in zone) return zone;
  rest = rest.slice(zone.length);
  if (rest !== '') return { element: 'timestamp segment', found: rest };
  const { year, month, hour, minute, second } = fields;
  const day = fields['day of month'];
  if (day < 1 || day > daysInMonth(year, month)) {
    return { element: 'day of month', found: '', message: 'day out of range' };
  }
  return timeOf({ year, month, day }, hour * 3600 + minute * 60 + second, nanoseconds, zone.offsetSeconds);
}

/** @returns the digits that Go reads for the field; undefined where it finds none */
function digitsOf(field: Field, text: string): string | undefined {
  const pattern = field === 'year' ? /^\d{4}/ : field === 'hour' ? /^\d{1,2}/ : /^\d{2}/;
  return pattern.exec(text)?.[0];
}

interface Zone {
  readonly offsetSeconds: number;
  /** UTF-16 units that it takes. */
  readonly length: number;
}

function parseZone(text: string): Zone | Failure {
  if (text.startsWith('Z')) return { offsetSeconds: 0, length: 1 };
  const match = /^(.)(\d\d):(\d\d)/.exec(text);
  if (match === null) return { element: 'UTC offset', found: text };
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 24 || minutes > 60) return { element: 'UTC offset', found: text.slice(6) };
  if (match[1] !== '+' && match[1] !== '-') return { element: 'UTC offset', found: text };
  return { offsetSeconds: (match[1] === '-' ? -60 : 60) * (hours * 60 + minutes), length: 6 };
}

/** What go-cty refuses of a text that the layout has accepted. */
function beyondRfc3339(text: string): Failure | undefined {
  if (text.charAt(12) === ':') return { element: 'hour', found: text.charAt(11) };
  if (text.charAt(19) === ',') return { element: 'timestamp segment', found: ',' };
  if (text.endsWith('Z')) return undefined;
  const isPastRange = Number(text.slice(-5, -3)) >= 24 || Number(text.slice(-2)) >= 60;
  return isPastRange ? { element: 'UTC offset', found: text.slice(-6) } : undefined;
}

function describe(failure: Failure, mode: 'strict' | 'lenient'): string {
  const { element, found, expected, message } = failure;
  if (message !== undefined) return message;
  if (element === 'literal') {
    if (expected === 'T') return "missing required time introducer 'T'";
    const where = `where ${quote(expected ?? '')} is expected`;
    return found === '' ? `end of string ${where}` : `found ${quote(found)} ${where}`;
  }
  if (found === '') return `end of string before ${element}`;
  if (mode === 'strict') {
    if (element === 'hour' && found.includes(':')) return 'hour must be between 0 and 23 inclusive';
    if (element === 'hour' && found.length !== 2) return 'hour must have exactly two digits';
    if (element === 'minute' && found.length !== 2) return 'minute must have exactly two digits';
  }
  return `cannot use ${quote(found)} as ${element}`;
}
