import type { BigFloat, NumberLike } from './big-float.ts';
import {
  bigFloat,
  bitLength,
  DEFAULT_PRECISION,
  divide,
  multiply,
  NEGATIVE_INFINITY,
  NEGATIVE_ZERO,
  POSITIVE_INFINITY,
} from './big-float.ts';

/**
 * Numbers whose binary exponent is beyond this are written with a decimal exponent. Terraform writes up to 646 million zeros,
 * which no reader survives.
 */
export const MAX_WRITTEN_EXPONENT = 400_000;

/**
 * Reads a number as cty's `ParseNumberVal`, that is Go's `big.ParseFloat` with base 10: a decimal number, optionally with an exponent
 * (`e` decimal, `p` binary), or `Inf` with or without sign.
 * @returns undefined when the text is no number
 */
export function parseNumber(text: string, precision: number = DEFAULT_PRECISION): NumberLike | undefined {
  const length = text.length;
  if (length === 0) return undefined;
  let at = 0;
  const first = text.charCodeAt(0);
  const isNegative = first === 0x2d;
  if (isNegative || first === 0x2b) at = 1;
  const infinite = length - at === 3 ? text.slice(at) : '';
  if (infinite === 'Inf' || infinite === 'inf') return isNegative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;

  const digitsStart = at;
  let pointAt = -1;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) continue;
    if (unit === 0x2e && pointAt < 0) pointAt = at;
    else break;
  }
  const digitsEnd = at;
  const digitCount = digitsEnd - digitsStart - (pointAt < 0 ? 0 : 1);
  if (digitCount === 0) return undefined;
  if (pointAt < 0 && at === length && digitCount <= 15) {
    const plain = Number(text.slice(digitsStart));
    return isNegative ? (plain === 0 ? NEGATIVE_ZERO : -plain) : plain;
  }

  let decimalExponent = 0;
  let binaryExponent = 0;
  if (at < length) {
    const marker = text.charCodeAt(at) | 0x20;
    if (marker !== 0x65 && marker !== 0x70) return undefined;
    const exponent = parseExponent(text, at + 1);
    if (exponent === undefined) return undefined;
    if (marker === 0x65) decimalExponent = exponent;
    else binaryExponent = exponent;
  }
  const digits =
    pointAt < 0
      ? text.slice(digitsStart, digitsEnd)
      : text.slice(digitsStart, pointAt) + text.slice(pointAt + 1, digitsEnd);
  if (pointAt >= 0) decimalExponent -= digitsEnd - pointAt - 1;
  const mantissa = BigInt(digits);
  if (mantissa === 0n) return isNegative ? NEGATIVE_ZERO : 0;
  return scaled(isNegative ? -mantissa : mantissa, binaryExponent, decimalExponent, precision);
}

/**
 * Writes a number as Terraform converts it to a string, that is Go's `Text('f', -1)`: the fewest digits that name the number at its
 * precision, never an exponent (but see `MAX_WRITTEN_EXPONENT`).
 */
export function formatNumber(value: NumberLike, precision: number = DEFAULT_PRECISION): string {
  if (typeof value === 'number') return String(value);
  if (value.exponent === Infinity) return value.mantissa > 0n ? '+Inf' : '-Inf';
  if (value.mantissa === 0n) return '-0';
  if (Math.abs(value.exponent) > MAX_WRITTEN_EXPONENT) return formatLarge(value);
  const decimal = shortest(value, precision);
  const text = fixed(decimal);
  return value.mantissa < 0n ? `-${text}` : text;
}

/** Writes a number as Go's `Text('g', 10)`, which cty uses as hash and so for the order of sets of structures. */
export function formatShort(value: NumberLike): string {
  if (typeof value === 'number' && Math.abs(value) < 1e10) return String(value);
  const big = typeof value === 'number' ? { mantissa: BigInt(value), exponent: 0 } : value;
  if (big.exponent === Infinity) return big.mantissa > 0n ? '+Inf' : '-Inf';
  if (big.mantissa === 0n) return '-0';
  if (Math.abs(big.exponent) > MAX_WRITTEN_EXPONENT) return formatLarge(big);
  const precision = 10;
  const magnitude = big.mantissa < 0n ? -big.mantissa : big.mantissa;
  const decimal = roundDecimal(exactDecimal(magnitude, big.exponent), precision);
  const minus = big.mantissa < 0n ? '-' : '';
  const exponent = decimal.point - 1;
  const { digits } = decimal;
  const limit = precision > digits.length && digits.length >= decimal.point ? digits.length : precision;
  if (exponent >= -4 && exponent < limit) return minus + fixed(decimal);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const width = String(Math.abs(exponent)).padStart(2, '0');
  return `${minus}${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${width}`;
}

/** `0.digits * 10 ** point`, without trailing zeros. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

function parseExponent(text: string, start: number): number | undefined {
  let at = start;
  const sign = text.charCodeAt(at);
  if (sign === 0x2b || sign === 0x2d) at++;
  if (at >= text.length) return undefined;
  let exponent = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    exponent = exponent * 10 + digit;
    // Go refuses exponents that do not fit 64 bits; the number is out of range long before.
    if (exponent > MAX_PARSED_EXPONENT) return undefined;
  }
  return sign === 0x2d ? -exponent : exponent;
}

const MAX_PARSED_EXPONENT = 2_147_483_647;

/** `mantissa * 2 ** binary * 10 ** decimal` as Go computes it: with powers of five of 64 bits more than the result. */
function scaled(mantissa: bigint, binary: number, decimal: number, precision: number): NumberLike | undefined {
  if (bitLength(mantissa < 0n ? -mantissa : mantissa) + binary + decimal > MAX_PARSED_EXPONENT) return undefined;
  const whole: BigFloat = { mantissa, exponent: binary + decimal };
  if (decimal === 0) return bigFloat(mantissa, binary, precision);
  const power = powerOfFive(Math.abs(decimal), precision + 64);
  return decimal < 0 ? divide(whole, power, precision) : multiply(whole, power, precision);
}

function powerOfFive(exponent: number, precision: number): NumberLike {
  const inTable = Math.min(exponent, 27);
  let result = bigFloat(5n ** BigInt(inTable), 0, precision);
  let factor: NumberLike = 5;
  for (let rest = exponent - inTable; rest > 0; rest = Math.floor(rest / 2)) {
    // Products of finite numbers are never undefined.
    if (rest % 2 === 1) result = multiply(result, factor, precision) ?? result;
    factor = multiply(factor, factor, precision + 64) ?? factor;
  }
  return result;
}

function exactDecimal(magnitude: bigint, exponent: number): Decimal {
  const digits = (exponent >= 0 ? magnitude << BigInt(exponent) : magnitude * 5n ** BigInt(-exponent)).toString();
  return { digits: trimZeros(digits), point: digits.length + Math.min(exponent, 0) };
}

/** Go's `roundShortest`: the fewest digits that round to the number at its precision. */
function shortest(value: BigFloat, precision: number): Decimal {
  const magnitude = value.mantissa < 0n ? -value.mantissa : value.mantissa;
  const exact = exactDecimal(magnitude, value.exponent);
  const shift = bitLength(magnitude) - (precision + 1);
  const mantissa = shift < 0 ? magnitude << BigInt(-shift) : magnitude >> BigInt(shift);
  const exponent = value.exponent + shift;
  const lower = exactDecimal(mantissa - 1n, exponent).digits;
  const upper = exactDecimal(mantissa + 1n, exponent).digits;
  const inclusive = (mantissa & 2n) === 0n;
  const { digits } = exact;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i);
    const low = i < lower.length ? lower.charCodeAt(i) : 0x30;
    const high = i < upper.length ? upper.charCodeAt(i) : 0x30;
    const mayRoundDown = low !== digit || (inclusive && i + 1 === lower.length);
    const mayRoundUp = digit !== high && (inclusive || digit + 1 < high || i + 1 < upper.length);
    if (mayRoundDown && mayRoundUp) return roundDecimal(exact, i + 1);
    if (mayRoundDown) return { digits: trimZeros(digits.slice(0, i + 1)), point: exact.point };
    if (mayRoundUp) return roundUp(exact, i + 1);
  }
  return exact;
}

function roundDecimal(decimal: Decimal, count: number): Decimal {
  const { digits } = decimal;
  if (count >= digits.length) return decimal;
  const next = digits.charCodeAt(count);
  const isHalf = next === 0x35 && count + 1 === digits.length;
  const up = isHalf ? count > 0 && (digits.charCodeAt(count - 1) & 1) === 1 : next >= 0x35;
  return up ? roundUp(decimal, count) : { digits: trimZeros(digits.slice(0, count)), point: decimal.point };
}

function roundUp(decimal: Decimal, count: number): Decimal {
  let last = Math.min(count, decimal.digits.length);
  while (last > 0 && decimal.digits.charCodeAt(last - 1) === 0x39) last--;
  if (last === 0) return { digits: '1', point: decimal.point + 1 };
  const raised = String.fromCharCode(decimal.digits.charCodeAt(last - 1) + 1);
  return { digits: decimal.digits.slice(0, last - 1) + raised, point: decimal.point };
}

function fixed({ digits, point }: Decimal): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function formatLarge(value: BigFloat): string {
  const magnitude = value.mantissa < 0n ? -value.mantissa : value.mantissa;
  const top = bitLength(magnitude);
  const leading = Number(magnitude >> BigInt(Math.max(0, top - 53)));
  const logarithm = Math.log10(leading) + (value.exponent + Math.max(0, top - 53)) * Math.log10(2);
  const exponent = Math.floor(logarithm);
  const text = (10 ** (logarithm - exponent)).toFixed(6);
  return `${value.mantissa < 0n ? '-' : ''}${text}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 0x30) end--;
  return end === digits.length ? digits : digits.slice(0, end);
}
