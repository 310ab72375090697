/**
 * A number that is not a safe integer, as Go's `big.Float`: `mantissa * 2 ** exponent`, with the mantissa odd.
 * Infinities have the mantissa 1 or -1 and the exponent `Infinity`. Negative zero, which Terraform prints as `-0`, is `NEGATIVE_ZERO`.
 */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** A plain number exactly when it is a safe integer other than -0. */
export type NumberLike = number | BigFloat;

/** Bits of numbers written in configuration. */
export const DEFAULT_PRECISION = 512;
/** Bits of numbers that Go code made from an `int`: lengths, indexes. */
export const INTEGER_PRECISION = 64;
/** Bits of numbers that Go code made from a `float64`: `log`, `pow`. */
export const FLOAT64_PRECISION = 53;

export const POSITIVE_INFINITY: BigFloat = { mantissa: 1n, exponent: Infinity };
export const NEGATIVE_INFINITY: BigFloat = { mantissa: -1n, exponent: Infinity };
export const NEGATIVE_ZERO: BigFloat = { mantissa: 0n, exponent: -1 };

/** Binary exponents beyond this overflow to infinity or underflow to zero, as in Go. */
const MAX_EXPONENT = 2_147_483_647;

/** @returns the canonical form of `mantissa * 2 ** exponent`, rounded half to even to `precision` bits */
export function bigFloat(mantissa: bigint, exponent: number, precision: number = DEFAULT_PRECISION): NumberLike {
  if (mantissa === 0n) return 0;
  const negative = mantissa < 0n;
  let magnitude = negative ? -mantissa : mantissa;
  let bits = bitLength(magnitude);
  if (bits > precision) {
    const shift = bits - precision;
    const kept = magnitude >> BigInt(shift);
    const rest = magnitude - (kept << BigInt(shift));
    const half = 1n << BigInt(shift - 1);
    magnitude = rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
    exponent += shift;
  }
  if ((magnitude & 1n) === 0n) {
    const zeros = bitLength(magnitude & -magnitude) - 1;
    magnitude >>= BigInt(zeros);
    exponent += zeros;
  }
  bits = bitLength(magnitude);
  if (exponent >= 0 && bits + exponent <= 53) {
    const plain = Number(magnitude << BigInt(exponent));
    return negative ? -plain : plain;
  }
  if (bits + exponent > MAX_EXPONENT) return negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
  if (bits + exponent < -MAX_EXPONENT) return negative ? NEGATIVE_ZERO : 0;
  return { mantissa: negative ? -magnitude : magnitude, exponent };
}

/** @param value any number but NaN */
export function fromFloat64(value: number): NumberLike {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? NEGATIVE_ZERO : value;
  if (value === Infinity) return POSITIVE_INFINITY;
  if (value === -Infinity) return NEGATIVE_INFINITY;
  let exponent = 0;
  // Scaling by powers of two is exact; subnormal numbers need the larger step first.
  let scaled = value;
  if (Math.abs(scaled) < 2 ** -1000) {
    scaled *= 2 ** 100;
    exponent -= 100;
  }
  while (!Number.isInteger(scaled)) {
    scaled *= 2 ** 16;
    exponent -= 16;
  }
  return bigFloat(BigInt(scaled), exponent);
}

/** @returns the nearest float64, ties to even */
export function toNumber(value: NumberLike): number {
  if (typeof value === 'number') return value;
  const { mantissa, exponent } = value;
  if (exponent === Infinity) return mantissa > 0n ? Infinity : -Infinity;
  if (mantissa === 0n) return -0;
  const magnitude = mantissa < 0n ? -mantissa : mantissa;
  const top = bitLength(magnitude) + exponent;
  if (top > 1024) return mantissa < 0n ? -Infinity : Infinity;
  // Below 2 ** -1022 fewer than 53 bits are left.
  const bits = Math.min(53, top + 1074);
  if (bits < 0) return mantissa < 0n ? -0 : 0;
  const length = bitLength(magnitude);
  let kept = magnitude;
  let shift = 0;
  if (length > bits) {
    shift = length - bits;
    kept = magnitude >> BigInt(shift);
    const rest = magnitude - (kept << BigInt(shift));
    const half = 1n << BigInt(shift - 1);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  }
  const scale = exponent + shift;
  const result = scale < -1000 ? Number(kept) * 2 ** -500 * 2 ** (scale + 500) : scaleUp(Number(kept), scale);
  return mantissa < 0n ? -result : result;
}

/** Whether it is finite and has no fraction. */
export function isInteger(value: NumberLike): boolean {
  return typeof value === 'number' || (value.exponent >= 0 && value.exponent !== Infinity) || value.mantissa === 0n;
}

export function isInfinite(value: NumberLike): boolean {
  return typeof value !== 'number' && value.exponent === Infinity;
}

/** @returns -1, 0 or 1; negative zero gives 0 */
export function sign(value: NumberLike): number {
  if (typeof value === 'number') return value < 0 ? -1 : value > 0 ? 1 : 0;
  return value.mantissa < 0n ? -1 : value.mantissa > 0n ? 1 : 0;
}

export function compareNumbers(a: NumberLike, b: NumberLike): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const signA = sign(a);
  const signB = sign(b);
  if (signA !== signB) return signA - signB;
  if (signA === 0) return 0;
  const x = parts(a);
  const y = parts(b);
  if (x.exponent === Infinity || y.exponent === Infinity) {
    return x.exponent === y.exponent ? 0 : x.exponent === Infinity ? signA : -signA;
  }
  const magnitudeX = x.mantissa < 0n ? -x.mantissa : x.mantissa;
  const magnitudeY = y.mantissa < 0n ? -y.mantissa : y.mantissa;
  const topDifference = bitLength(magnitudeX) + x.exponent - (bitLength(magnitudeY) + y.exponent);
  if (topDifference !== 0) return topDifference > 0 ? signA : -signA;
  const shift = x.exponent - y.exponent;
  const left = shift > 0 ? magnitudeX << BigInt(shift) : magnitudeX;
  const right = shift < 0 ? magnitudeY << BigInt(-shift) : magnitudeY;
  return left === right ? 0 : left > right ? signA : -signA;
}

export function negate(value: NumberLike): NumberLike {
  if (typeof value === 'number') return value === 0 ? NEGATIVE_ZERO : -value;
  if (value.mantissa === 0n) return 0;
  if (value.exponent === Infinity) return value.mantissa > 0n ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
  return { mantissa: -value.mantissa, exponent: value.exponent };
}

/** @returns undefined for opposing infinities */
export function add(a: NumberLike, b: NumberLike, precision: number = DEFAULT_PRECISION): NumberLike | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  if (isInfinite(a)) return isInfinite(b) && sign(a) !== sign(b) ? undefined : a;
  if (isInfinite(b)) return b;
  if (sign(a) === 0) return sign(b) === 0 ? (typeof a === 'number' ? a : b) : round(b, precision);
  if (sign(b) === 0) return round(a, precision);
  let high = parts(a);
  let low = parts(b);
  if (high.exponent < low.exponent) [high, low] = [low, high];
  const lowTop = bitLength(low.mantissa < 0n ? -low.mantissa : low.mantissa) + low.exponent;
  const gap = high.exponent - low.exponent;
  // A number far below the last bit only tells which way to round: it is replaced with one bit there.
  if (high.exponent - lowTop > precision + 4) {
    const nudge = low.mantissa < 0n ? -1n : 1n;
    return bigFloat((high.mantissa << BigInt(precision + 4)) + nudge, high.exponent - precision - 4, precision);
  }
  return bigFloat((high.mantissa << BigInt(gap)) + low.mantissa, low.exponent, precision);
}

/** @returns undefined for infinity minus itself */
export function subtract(a: NumberLike, b: NumberLike, precision: number = DEFAULT_PRECISION): NumberLike | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return add(a, negate(b), precision);
}

/** @returns undefined for zero times infinity */
export function multiply(a: NumberLike, b: NumberLike, precision: number = DEFAULT_PRECISION): NumberLike | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return Object.is(product, -0) ? NEGATIVE_ZERO : product;
  }
  const negative = isNegative(a) !== isNegative(b);
  if (isInfinite(a) || isInfinite(b)) {
    if (sign(a) === 0 || sign(b) === 0) return undefined;
    return negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
  }
  if (sign(a) === 0 || sign(b) === 0) return negative ? NEGATIVE_ZERO : 0;
  const x = parts(a);
  const y = parts(b);
  return bigFloat(x.mantissa * y.mantissa, x.exponent + y.exponent, precision);
}

/** @returns undefined for zero by zero and infinity by infinity; other division by zero is infinite */
export function divide(a: NumberLike, b: NumberLike, precision: number = DEFAULT_PRECISION): NumberLike | undefined {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0 && a % b === 0) {
    const quotient = a / b;
    return Object.is(quotient, -0) ? NEGATIVE_ZERO : quotient;
  }
  const negative = isNegative(a) !== isNegative(b);
  if (isInfinite(a)) return isInfinite(b) ? undefined : negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
  if (isInfinite(b)) return negative ? NEGATIVE_ZERO : 0;
  if (sign(b) === 0) return sign(a) === 0 ? undefined : negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
  if (sign(a) === 0) return negative ? NEGATIVE_ZERO : 0;
  const x = parts(a);
  const y = parts(b);
  const dividend = x.mantissa < 0n ? -x.mantissa : x.mantissa;
  const divisor = y.mantissa < 0n ? -y.mantissa : y.mantissa;
  // Two bits more than needed, and a last one that says whether there is a remainder, so that rounding sees the exact quotient.
  const shift = Math.max(0, precision + 2 - (bitLength(dividend) - bitLength(divisor)));
  const scaled = dividend << BigInt(shift);
  const quotient = scaled / divisor;
  const sticky = quotient * divisor === scaled ? 0n : 1n;
  const magnitude = (quotient << 1n) | sticky;
  return bigFloat(negative ? -magnitude : magnitude, x.exponent - y.exponent - shift - 1, precision);
}

/** @returns the number without its fraction, towards zero; infinities as they are */
export function truncate(value: NumberLike): NumberLike {
  if (isInteger(value) || isInfinite(value)) return value;
  const { mantissa, exponent } = parts(value);
  const magnitude = mantissa < 0n ? -mantissa : mantissa;
  const whole = -exponent >= bitLength(magnitude) ? 0n : magnitude >> BigInt(-exponent);
  return bigFloat(mantissa < 0n ? -whole : whole, 0, Math.max(DEFAULT_PRECISION, bitLength(whole)));
}

export function floor(value: NumberLike): NumberLike {
  if (isInteger(value) || isInfinite(value)) return value;
  const whole = truncate(value);
  return sign(value) < 0 ? (subtract(whole, 1) ?? whole) : whole;
}

export function ceil(value: NumberLike): NumberLike {
  if (isInteger(value) || isInfinite(value)) return value;
  const whole = truncate(value);
  return sign(value) > 0 ? (add(whole, 1) ?? whole) : whole;
}

export function absolute(value: NumberLike): NumberLike {
  return isNegative(value) ? negate(value) : value;
}

/** @returns the number rounded to `precision` bits */
export function round(value: NumberLike, precision: number): NumberLike {
  if (typeof value === 'number' || value.exponent === Infinity || value.mantissa === 0n) return value;
  return bigFloat(value.mantissa, value.exponent, precision);
}

/** @returns the integer, exactly; undefined for fractions, infinities and integers of more than `MAX_INTEGER_BITS` bits */
export function toBigInt(value: NumberLike): bigint | undefined {
  if (typeof value === 'number') return BigInt(value);
  if (value.mantissa === 0n) return 0n;
  if (value.exponent < 0 || value.exponent > MAX_INTEGER_BITS) return undefined;
  return value.mantissa << BigInt(value.exponent);
}

/** Integers with more bits are not made into exact ones: they would fill the memory. */
export const MAX_INTEGER_BITS = 1_000_000;

/** @returns how many bits the magnitude has; 0 for zero */
export function bitLength(magnitude: bigint): number {
  if (magnitude <= MAX_SAFE) {
    const small = Number(magnitude);
    return small < 0x80000000 ? 32 - Math.clz32(small) : 64 - Math.clz32(Math.floor(small / 0x100000000));
  }
  const hex = magnitude.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function isNegative(value: NumberLike): boolean {
  return typeof value === 'number' ? value < 0 : value.mantissa < 0n || value.mantissa === 0n;
}

function parts(value: NumberLike): BigFloat {
  return typeof value === 'number' ? { mantissa: BigInt(value), exponent: 0 } : value;
}

function scaleUp(value: number, exponent: number): number {
  return exponent > 1000 ? value * 2 ** 900 * 2 ** (exponent - 900) : value * 2 ** exponent;
}
