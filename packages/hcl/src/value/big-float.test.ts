import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberLike } from './big-float.ts';
import {
  add,
  bigFloat,
  bitLength,
  ceil,
  compareNumbers,
  divide,
  floor,
  fromFloat64,
  multiply,
  NEGATIVE_INFINITY,
  NEGATIVE_ZERO,
  negate,
  POSITIVE_INFINITY,
  subtract,
  toBigInt,
  toNumber,
  truncate,
} from './big-float.ts';

/** A number as `numerator / 2 ** shift`, exactly. */
interface Rational {
  readonly numerator: bigint;
  readonly shift: number;
}

const numbers: fc.Arbitrary<NumberLike> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.tuple(fc.bigInt(-(1n << 520n), 1n << 520n), fc.integer({ min: -700, max: 700 })).map(([m, e]) => bigFloat(m, e)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(fromFloat64),
);

function rational(value: NumberLike): Rational {
  if (typeof value === 'number') return { numerator: BigInt(value), shift: 0 };
  const { mantissa, exponent } = value;
  return exponent >= 0
    ? { numerator: mantissa << BigInt(exponent), shift: 0 }
    : { numerator: mantissa, shift: exponent === -1 && mantissa === 0n ? 0 : -exponent };
}

function aligned(a: Rational, b: Rational): readonly [bigint, bigint, number] {
  const shift = Math.max(a.shift, b.shift);
  return [a.numerator << BigInt(shift - a.shift), b.numerator << BigInt(shift - b.shift), shift];
}

/** Expects the number nearest to `numerator / denominator` with at most `precision` bits, ties to an even last bit. */
function expectRounded(
  actual: NumberLike | undefined,
  numerator: bigint,
  denominator: bigint,
  precision: number,
): void {
  if (actual === undefined) throw new Error('no result');
  const { numerator: got, shift } = rational(actual);
  const magnitude = got < 0n ? -got : got;
  if (magnitude === 0n) {
    expect(numerator).toBe(0n);
    return;
  }
  // The distance in units of the last of `precision` bits: |got / 2^shift - n / d| <= 2^(top - precision - 1).
  const top = bitLength(magnitude) - shift;
  const difference = got * denominator - (numerator << BigInt(shift));
  const distance = difference < 0n ? -difference : difference;
  const exponent = top - precision - 1 + shift;
  const bound = exponent >= 0 ? denominator << BigInt(exponent) : denominator;
  const scaled = exponent >= 0 ? distance : distance << BigInt(-exponent);
  expect(scaled <= bound).toBe(true);
}

describe('arithmetic of 512 bits against exact rationals', () => {
  test('sums and differences are rounded correctly', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [x, y, shift] = aligned(rational(a), rational(b));
        expectRounded(add(a, b), x + y, 1n << BigInt(shift), 512);
        expectRounded(subtract(a, b), x - y, 1n << BigInt(shift), 512);
      }),
    );
  });

  test('products are rounded correctly', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const x = rational(a);
        const y = rational(b);
        expectRounded(multiply(a, b), x.numerator * y.numerator, 1n << BigInt(x.shift + y.shift), 512);
      }),
    );
  });

  test('quotients are rounded correctly at every precision Terraform uses', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom(53, 64, 512), (a, b, precision) => {
        const [x, y] = aligned(rational(a), rational(b));
        fc.pre(y !== 0n);
        expectRounded(divide(a, b, precision), y < 0n ? -x : x, y < 0n ? -y : y, precision);
      }),
    );
  });

  test('comparison is that of the exact values', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [x, y] = aligned(rational(a), rational(b));
        expect(Math.sign(compareNumbers(a, b))).toBe(x === y ? 0 : x < y ? -1 : 1);
      }),
    );
  });

  test('floor, ceil and truncate enclose the number', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(compareNumbers(floor(value), value)).toBeLessThanOrEqual(0);
        expect(compareNumbers(ceil(value), value)).toBeGreaterThanOrEqual(0);
        expect(compareNumbers(truncate(value), compareNumbers(value, 0) < 0 ? ceil(value) : floor(value))).toBe(0);
      }),
    );
  });
});

describe('canonical form', () => {
  test('a float64 survives the way there and back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(toNumber(fromFloat64(value))).toBe(value);
      }),
    );
  });

  test('safe integers are plain numbers and nothing else is', () => {
    expect(bigFloat(9_007_199_254_740_991n, 0)).toBe(9_007_199_254_740_991);
    expect(bigFloat(9_007_199_254_740_992n, 0)).toEqual({ mantissa: 1n, exponent: 53 });
    expect(fromFloat64(0.5)).toEqual({ mantissa: 1n, exponent: -1 });
    expect(bigFloat(4n, -2)).toBe(1);
  });

  test('ties go to the even last bit', () => {
    const last = 1n << 512n;
    expect(toBigInt(bigFloat(last + 1n, 0))).toBe(last);
    expect(toBigInt(bigFloat(last + 3n, 0))).toBe(last + 4n);
  });
});

describe('zeros and infinities as terraform console has them', () => {
  test('zero times a negative number is negative zero', () => {
    expect(multiply(0, -1)).toBe(NEGATIVE_ZERO);
    expect(negate(0)).toBe(NEGATIVE_ZERO);
    expect(add(NEGATIVE_ZERO, 0)).toBe(0);
    expect(add(NEGATIVE_ZERO, NEGATIVE_ZERO)).toBe(NEGATIVE_ZERO);
  });

  test('division by zero is infinite, of zero by zero impossible', () => {
    expect(divide(1, 0)).toBe(POSITIVE_INFINITY);
    expect(divide(-1, 0)).toBe(NEGATIVE_INFINITY);
    expect(divide(0, 0)).toBeUndefined();
    expect(add(POSITIVE_INFINITY, NEGATIVE_INFINITY)).toBeUndefined();
    expect(multiply(POSITIVE_INFINITY, 0)).toBeUndefined();
  });

  test('exponents far apart cost nothing', () => {
    const huge = bigFloat(1n, 2_000_000_000);
    const tiny = bigFloat(1n, -2_000_000_000);
    expect(add(huge, tiny)).toEqual(huge);
    expect(compareNumbers(huge, tiny)).toBe(1);
    expect(multiply(huge, huge)).toBe(POSITIVE_INFINITY);
    expect(multiply(tiny, tiny)).toBe(0);
  });
});
