import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigFloat, compareNumbers, divide, fromFloat64, NEGATIVE_INFINITY, NEGATIVE_ZERO } from './big-float.ts';
import { formatNumber, formatShort, parseNumber } from './number-text.ts';

describe('reading numbers as cty does', () => {
  test.each([
    ['0', 0],
    ['-0', NEGATIVE_ZERO],
    ['+5', 5],
    ['5.', 5],
    ['.5', { mantissa: 1n, exponent: -1 }],
    ['1e3', 1000],
    ['1p3', 8],
    ['-inf', NEGATIVE_INFINITY],
  ])('%s is a number', (text, expected) => {
    expect(parseNumber(text)).toEqual(expected);
  });

  test.each(['', '-', '.', 'e5', '1e', '1e+', '0x10', '1_000', ' 1', '1 ', 'NaN', 'infinity', '1e99999999999'])(
    '%j is none',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

describe('writing numbers as terraform console does', () => {
  test.each([
    ['1e30', '1000000000000000000000000000000'],
    ['1e-30', '0.000000000000000000000000000001'],
    ['123456789.123456789', '123456789.123456789'],
    ['0.1', '0.1'],
  ])('%s is %s', (text, expected) => {
    expect(formatNumber(parseNumber(text) ?? 0)).toBe(expected);
  });

  test('a third has as many digits as its precision needs', () => {
    expect(formatNumber(divide(1, 3) ?? 0)).toBe(`0.${'3'.repeat(154)}5`);
    expect(formatNumber(divide(1, 3, 64) ?? 0, 64)).toBe('0.33333333333333333334');
    expect(formatNumber(fromFloat64(0.1), 53)).toBe('0.1');
    expect(formatNumber(fromFloat64(0.1))).toBe('0.1000000000000000055511151231257827021181583404541015625');
  });

  test('every number is read back as itself', () => {
    const any = fc
      .tuple(fc.bigInt(-(1n << 512n), 1n << 512n), fc.integer({ min: -900, max: 900 }))
      .map(([mantissa, exponent]) => bigFloat(mantissa, exponent))
      // Of a few powers of two Go writes a digit too few, and so do we: the next number below is nearer than it assumes.
      .filter((value) => typeof value === 'number' || (value.mantissa !== 1n && value.mantissa !== -1n));
    fc.assert(
      fc.property(any, (value) => {
        expect(compareNumbers(parseNumber(formatNumber(value)) ?? Number.NaN, value)).toBe(0);
      }),
    );
  });

  test('a float64 is written so that JavaScript reads it back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatNumber(fromFloat64(value), 53))).toBe(value);
      }),
    );
  });

  test('exponents no reader survives are written as such', () => {
    expect(formatNumber(parseNumber('1e1000000') ?? 0)).toMatch(/^1\.000000e\+1000000$/);
  });

  test('the short form is that of %.10g', () => {
    expect(formatShort(parseNumber('123456789012345') ?? 0)).toBe('1.23456789e+14');
    expect(formatShort(parseNumber('0.00001234567890123') ?? 0)).toBe('1.23456789e-05');
    expect(formatShort(12)).toBe('12');
  });
});
