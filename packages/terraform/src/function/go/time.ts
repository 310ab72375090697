import { quote } from '@tfwarden/hcl';

/** A moment with the offset it was written with, as Go's `time.Time`. */
export interface Time {
  /** Since 1970-01-01T00:00:00Z, may be negative. */
  readonly unixSeconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
  /** East of UTC. */
  readonly offsetSeconds: number;
}

/** Calendar fields of a moment at its own offset. */
export interface CalendarTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function calendarTime(time: Time): CalendarTime {
  const local = time.unixSeconds + time.offsetSeconds;
  const days = Math.floor(local / SECONDS_A_DAY);
  const rest = local - days * SECONDS_A_DAY;
  return {
    ...civilDate(days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** Go's layout `2006-01-02T15:04:05Z07:00`: fractions of a second are dropped. */
export function formatRfc3339(time: Time): string {
  const { year, month, day, hour, minute, second } = calendarTime(time);
  const date = `${padYear(year)}-${pad(month)}-${pad(day)}`;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${formatZone(time, 'Z', ':')}`;
}

/** @param utc what stands for an offset of zero; undefined writes it in digits */
export function formatZone(time: Time, utc: string | undefined, separator: string): string {
  if (time.offsetSeconds === 0 && utc !== undefined) return utc;
  const minutes = Math.trunc(Math.abs(time.offsetSeconds) / 60);
  const sign = time.offsetSeconds < 0 ? '-' : '+';
  return `${sign}${pad(Math.trunc(minutes / 60))}${separator}${pad(minutes % 60)}`;
}

/** Four digits at least, as Go writes a year. */
export function padYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** Two digits at least. */
export function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** @param nanoseconds may be negative */
export function addNanoseconds(time: Time, nanoseconds: bigint): Time {
  const total = BigInt(time.nanoseconds) + nanoseconds;
  const seconds = total >= 0n ? total / BILLION : -((-total + BILLION - 1n) / BILLION);
  return {
    ...time,
    unixSeconds: time.unixSeconds + Number(seconds),
    nanoseconds: Number(total - seconds * BILLION),
  };
}

/** @returns less than 0, 0, or more than 0, as `a` is before, at, or after `b` */
export function compareTimes(a: Time, b: Time): number {
  return a.unixSeconds - b.unixSeconds || a.nanoseconds - b.nanoseconds;
}

/** A moment from fields that are already known to be in range. */
export function timeOf(
  date: { readonly year: number; readonly month: number; readonly day: number },
  secondOfDay: number,
  nanoseconds: number,
  offsetSeconds: number,
): Time {
  const unixSeconds = daysSinceEpoch(date.year, date.month, date.day) * SECONDS_A_DAY + secondOfDay - offsetSeconds;
  return { unixSeconds, nanoseconds, offsetSeconds };
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : (MONTH_DAYS[month - 1] ?? 0);
}

/** Nanoseconds of a text that Go's `time.ParseDuration` accepts, such as `-1h30m` or `1.5s`; otherwise what is wrong with it. */
export function parseDuration(text: string): bigint | { readonly message: string } {
  const invalid = { message: `time: invalid duration ${quote(text)}` };
  let rest = text;
  const isNegative = rest.startsWith('-');
  if (isNegative || rest.startsWith('+')) rest = rest.slice(1);
  if (rest === '0') return 0n;
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const match = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const whole = match?.[1] ?? '';
    const fraction = match?.[2] ?? '';
    if ((whole === '' && fraction === '') || whole.length > MAX_DURATION_DIGITS) return invalid;
    rest = rest.slice(match?.[0].length);
    const unit = /^[^.\d]+/.exec(rest)?.[0];
    if (unit === undefined) return { message: `time: missing unit in duration ${quote(text)}` };
    const scale = UNITS.get(unit);
    if (scale === undefined) return { message: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    rest = rest.slice(unit.length);
    const wholeUnits = BigInt(whole === '' ? '0' : whole);
    if (wholeUnits * scale > LARGEST_DURATION) return invalid;
    total += wholeUnits * scale;
    if (fraction !== '') {
      const digits = fraction.slice(0, 18);
      total += (BigInt(digits) * scale) / 10n ** BigInt(digits.length);
    }
    if (total > LARGEST_DURATION) return invalid;
  }
  if (isNegative) return -total;
  return total > LARGEST_DURATION - 1n ? invalid : total;
}

const SECONDS_A_DAY = 86_400;
const BILLION = 1_000_000_000n;
/** A duration has fewer than 20; only zeros in front could make it more. */
const MAX_DURATION_DIGITS = 1000;
const LARGEST_DURATION = 1n << 63n;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', BILLION],
  ['m', 60n * BILLION],
  ['h', 3600n * BILLION],
]);

/** Days from 1970-01-01 in the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function civilDate(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
