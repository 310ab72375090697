import type { BigFloat, NumberLike } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';
import { MAX_FORMAT_EXPONENT } from '../limits.ts';

/** A verb of Go's `fmt` with its flags; absent width and precision are undefined. */
export interface NumberVerb {
  readonly zero: boolean;
  readonly sharp: boolean;
  readonly plus: boolean;
  readonly minus: boolean;
  readonly space: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** Go's `fmt.Sprintf` of a `big.Int` with `%b`, `%d`, `%o`, `%x` or `%X`. */
export function formatInteger(value: bigint, mode: string, verb: NumberVerb): string {
  const base = { b: 2, o: 8, d: 10, x: 16, X: 16 }[mode] ?? 10;
  const magnitude = (value < 0n ? -value : value).toString(base);
  const digits = mode === 'X' ? magnitude.toUpperCase() : magnitude;
  const sign = value < 0n ? '-' : plusSign(verb);
  const prefix = verb.sharp ? ({ b: '0b', o: '0', x: '0x', X: '0X' }[mode] ?? '') : '';
  const { precision, width } = verb;
  if (precision === 0 && digits === '0') return '';
  const zeros = Math.max(0, (precision ?? 0) - digits.length);
  const missing = Math.max(0, (width ?? 0) - sign.length - prefix.length - zeros - digits.length);
  if (verb.minus) return `${sign}${prefix}${'0'.repeat(zeros)}${digits}${' '.repeat(missing)}`;
  if (verb.zero && precision === undefined) return `${sign}${prefix}${'0'.repeat(zeros + missing)}${digits}`;
  return `${' '.repeat(missing)}${sign}${prefix}${'0'.repeat(zeros)}${digits}`;
}

/**
 * Go's `fmt.Sprintf` of a `big.Float` with `%e`, `%E`, `%f`, `%g` or `%G`.
 * @param bits precision of the number, which decides how many digits name it
 */
export function formatFloat(value: NumberLike, bits: number, mode: string, verb: NumberVerb): string {
  const isShortest = verb.precision === undefined && (mode === 'g' || mode === 'G');
  const text = floatText(value, bits, mode, isShortest ? undefined : (verb.precision ?? 6));
  const isInfinite = text.endsWith('Inf');
  let sign = plusSign(verb);
  let digits = text;
  if (text.startsWith('-')) {
    sign = '-';
    digits = text.slice(1);
  } else if (text.startsWith('+')) {
    sign = verb.space ? ' ' : '+';
    digits = text.slice(1);
  }
  const missing = Math.max(0, (verb.width ?? 0) - sign.length - digits.length);
  // Here, and only here, a zero wins over a minus.
  if (verb.zero && !isInfinite) return `${sign}${'0'.repeat(missing)}${digits}`;
  if (verb.minus) return `${sign}${digits}${' '.repeat(missing)}`;
  return `${' '.repeat(missing)}${sign}${digits}`;
}

/** Go's `(*big.Float).Text`. @param precision undefined for the fewest digits that name the number */
export function floatText(value: NumberLike, bits: number, mode: string, precision: number | undefined): string {
  if (typeof value !== 'number' && value.exponent === Infinity) return value.mantissa > 0n ? '+Inf' : '-Inf';
  // Exact digits of such numbers would fill the memory.
  if (typeof value !== 'number' && Math.abs(value.exponent) > MAX_FORMAT_EXPONENT) return formatNumber(value, bits);
  const minus = typeof value === 'number' ? value < 0 : value.mantissa < 0n || value.mantissa === 0n;
  const sign = minus ? '-' : '';
  const exact = precision === undefined ? shortestDecimal(value, bits) : exactDecimal(value);
  switch (mode) {
    case 'e':
    case 'E': {
      const places = precision ?? Math.max(0, exact.digits.length - 1);
      return sign + withExponent(rounded(exact, places + 1), places, mode);
    }
    case 'f': {
      const places = precision ?? Math.max(0, exact.digits.length - exact.point);
      return sign + withoutExponent(rounded(exact, exact.point + places), places);
    }
    default: {
      const wanted = precision === undefined ? exact.digits.length : Math.max(1, precision);
      const decimal = rounded(exact, wanted);
      return sign + general(decimal, wanted, precision === undefined, mode === 'G' ? 'E' : 'e');
    }
  }
}

/** `0.digits * 10 ** point`; zero has no digits. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

const ZERO: Decimal = { digits: '', point: 0 };

function plusSign(verb: NumberVerb): string {
  return verb.plus ? '+' : verb.space ? ' ' : '';
}

function exactDecimal(value: NumberLike): Decimal {
  const { mantissa, exponent }: BigFloat = typeof value === 'number' ? { mantissa: BigInt(value), exponent: 0 } : value;
  const magnitude = mantissa < 0n ? -mantissa : mantissa;
  if (magnitude === 0n) return ZERO;
  const digits = (exponent >= 0 ? magnitude << BigInt(exponent) : magnitude * 5n ** BigInt(-exponent)).toString();
  return { digits: withoutTrailingZeros(digits), point: digits.length + Math.min(exponent, 0) };
}

function shortestDecimal(value: NumberLike, bits: number): Decimal {
  const text = formatNumber(value, bits).replace('-', '');
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const all = point < 0 ? text : whole + text.slice(point + 1);
  const leadingZeros = /^0*/.exec(all)?.[0].length ?? 0;
  const digits = withoutTrailingZeros(all.slice(leadingZeros));
  return digits === '' ? ZERO : { digits, point: whole.length - leadingZeros };
}

/** Go's `decimal.round`: half to even, judged by the exact digits. */
function rounded(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal;
  if (count < 0) return ZERO;
  if (count >= digits.length) return decimal;
  const next = digits.charCodeAt(count) - 48;
  const isHalf = next === 5 && count + 1 === digits.length;
  const isUp = isHalf ? count > 0 && (digits.charCodeAt(count - 1) & 1) === 1 : next >= 5;
  if (!isUp) {
    const kept = withoutTrailingZeros(digits.slice(0, count));
    return kept === '' ? ZERO : { digits: kept, point };
  }
  let last = count;
  while (last > 0 && digits.charAt(last - 1) === '9') last--;
  if (last === 0) return { digits: '1', point: point + 1 };
  return { digits: digits.slice(0, last - 1) + String.fromCharCode(digits.charCodeAt(last - 1) + 1), point };
}

function withExponent({ digits, point }: Decimal, places: number, letter: string): string {
  const exponent = digits === '' ? 0 : point - 1;
  const first = digits === '' ? '0' : digits.charAt(0);
  const fraction = places > 0 ? `.${digits.slice(1, places + 1).padEnd(places, '0')}` : '';
  return `${first}${fraction}${letter}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function withoutExponent({ digits, point }: Decimal, places: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (places <= 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(Math.min(-point, places)) + digits;
  return `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`;
}

function general(decimal: Decimal, wanted: number, isShortest: boolean, letter: string): string {
  const { digits, point } = decimal;
  const isWhole = wanted > digits.length && digits.length >= point;
  const limit = isShortest ? 6 : isWhole ? digits.length : wanted;
  const exponent = point - 1;
  if (exponent < -4 || exponent >= limit) {
    return withExponent(decimal, Math.min(wanted, digits.length) - 1, letter);
  }
  const shown = wanted > point ? digits.length : wanted;
  return withoutExponent(decimal, Math.max(shown - point, 0));
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}
