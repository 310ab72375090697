import type { FunctionDefinition } from '@tfwarden/hcl';
import { FunctionError, integerValue, NUMBER, quote, STRING, stringValue } from '@tfwarden/hcl';
import { defineFunction, stringParameter, textAt } from './define.ts';
import { parseRfc3339 } from './go/parse-time.ts';
import type { CalendarTime, Time } from './go/time.ts';
import {
  addNanoseconds,
  calendarTime,
  compareTimes,
  formatRfc3339,
  formatZone,
  pad,
  padYear,
  parseDuration,
} from './go/time.ts';

/** Functions of timestamps, after go-cty's `stdlib/datetime.go` and Terraform's `funcs/datetime.go`. */
export const DATE_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'formatdate',
    parameters: [stringParameter('format'), stringParameter('time')],
    returns: STRING,
    call: (args) => stringValue(formatDate(textAt(args, 0), timestamp(textAt(args, 1), 'strict', 1))),
  }),
  defineFunction({
    name: 'timeadd',
    parameters: [stringParameter('timestamp'), stringParameter('duration')],
    returns: STRING,
    mayBeNull: true,
    call(args) {
      const time = timestamp(textAt(args, 0), 'strict');
      const duration = parseDuration(textAt(args, 1));
      if (typeof duration !== 'bigint') throw new FunctionError(duration.message);
      return stringValue(formatRfc3339(addNanoseconds(time, duration)));
    },
  }),
  defineFunction({
    name: 'timecmp',
    parameters: [stringParameter('timestamp_a'), stringParameter('timestamp_b')],
    returns: NUMBER,
    call(args) {
      const order = compareTimes(timestamp(textAt(args, 0), 'lenient', 0), timestamp(textAt(args, 1), 'lenient', 1));
      return integerValue(Math.sign(order));
    },
  }),
];

function timestamp(text: string, mode: 'strict' | 'lenient', argument?: number): Time {
  const time = parseRfc3339(text, mode);
  if ('message' in time) throw new FunctionError(time.message, argument);
  return time;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

interface Moment extends CalendarTime {
  readonly time: Time;
}

/** What each verb writes, by its length, and what the error says where a length has no meaning. */
interface Verb {
  readonly lengths: Readonly<Record<number, (moment: Moment) => string>>;
  readonly otherwise: string;
}

const VERBS: Readonly<Record<string, Verb>> = {
  Y: {
    lengths: { 2: ({ year }) => pad(year % 100), 4: ({ year }) => padYear(year) },
    otherwise: 'year must either be "YY" or "YYYY"',
  },
  M: {
    lengths: {
      ...plainNumber(({ month }) => month),
      3: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
      4: ({ month }) => MONTHS[month - 1] ?? '',
    },
    otherwise: 'month must be "M", "MM", "MMM", or "MMMM"',
  },
  D: { lengths: plainNumber(({ day }) => day), otherwise: 'day of month must either be "D" or "DD"' },
  E: {
    lengths: {
      3: ({ weekday }) => (WEEKDAYS[weekday] ?? '').slice(0, 3),
      4: ({ weekday }) => WEEKDAYS[weekday] ?? '',
    },
    otherwise: 'day of week must either be "EEE" or "EEEE"',
  },
  h: { lengths: plainNumber(({ hour }) => hour), otherwise: '24-hour must either be "h" or "hh"' },
  H: { lengths: plainNumber(({ hour }) => hour % 12 || 12), otherwise: '12-hour must either be "H" or "HH"' },
  A: { lengths: { 2: ({ hour }) => (hour < 12 ? 'AM' : 'PM') }, otherwise: 'must be "AA"' },
  a: { lengths: { 2: ({ hour }) => (hour < 12 ? 'am' : 'pm') }, otherwise: 'must be "aa"' },
  m: { lengths: plainNumber(({ minute }) => minute), otherwise: 'minute must either be "m" or "mm"' },
  s: { lengths: plainNumber(({ second }) => second), otherwise: 'second must either be "s" or "ss"' },
  Z: {
    lengths: {
      1: ({ time }) => formatZone(time, 'Z', ':'),
      3: ({ time }) => formatZone(time, 'UTC', ''),
      4: ({ time }) => formatZone(time, undefined, ''),
      5: ({ time }) => formatZone(time, undefined, ':'),
    },
    otherwise: 'timezone must be Z, ZZZZ, or ZZZZZ',
  },
};

function plainNumber(field: (moment: Moment) => number): Verb['lengths'] {
  return { 1: (moment) => String(field(moment)), 2: (moment) => pad(field(moment)) };
}

function formatDate(format: string, time: Time): string {
  const moment: Moment = { ...calendarTime(time), time };
  let text = '';
  for (let at = 0; at < format.length; ) {
    const letter = format.charAt(at);
    if (letter === "'") {
      const literal = readLiteral(format, at);
      text += literal.text;
      at = literal.end;
    } else if (/[a-zA-Z]/.test(letter)) {
      let end = at + 1;
      while (format.charAt(end) === letter) end++;
      text += formatVerb(letter, format.slice(at, end), moment);
      at = end;
    } else {
      text += letter;
      at++;
    }
  }
  return text;
}

function formatVerb(letter: string, verb: string, moment: Moment): string {
  const known = VERBS[letter];
  if (known === undefined) throw new FunctionError(`invalid date format verb ${quote(verb)}`, 0);
  const write = known.lengths[verb.length];
  if (write === undefined) throw new FunctionError(`invalid date format verb ${quote(verb)}: ${known.otherwise}`, 0);
  return write(moment);
}

/** Reads a quoted literal; a doubled quote stands for one. */
function readLiteral(format: string, start: number): { readonly text: string; readonly end: number } {
  if (format.charAt(start + 1) === "'") return { text: "'", end: start + 2 };
  let text = '';
  for (let at = start + 1; at < format.length; at++) {
    if (format.charAt(at) !== "'") text += format.charAt(at);
    else if (format.charAt(at + 1) === "'") {
      text += "'";
      at++;
    } else return { text, end: at + 1 };
  }
  // go-cty takes the second of two quotes at the very end as the closing one, too.
  if (format.endsWith("'") && format.length - start > 1) return { text, end: format.length };
  throw new FunctionError("unterminated literal '", 0);
}
