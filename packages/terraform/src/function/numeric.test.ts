import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of numeric', () => {
  it('computes with the precision of Terraform', () => {
    expect(answer('sum([0.1, 0.2, 0.3])')).toBe('0.6');
    expect(answer('ceil(-0.5)')).toBe('0');
    expect(answer('floor(-0.5)')).toBe('-1');
    expect(answer('abs(-1e-30)')).toBe('0.000000000000000000000000000001');
    expect(answer('ceil(12345678901234567890.5)')).toBe('12345678901234567891');
    expect(answer('max("3", 10)')).toBe('10');
    expect(answer('min(-1, 1e-300)')).toBe('-1');
  });
  it('rounds logarithms and powers as Go does', () => {
    expect(answer('log(1000, 10)')).toBe('2.9999999999999996');
    expect(answer('log(8, 2)')).toBe('3');
    expect(answer('pow(1.1, 10)')).toBe('2.593742460100002');
    expect(answer('pow(2, 200)')).toBe('1606938044258990300000000000000000000000000000000000000000000');
    expect(answer('pow(2, -1074)')).toBe(
      '0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004940656458412465',
    );
    expect(answer('pow(-2, 3)')).toBe('-8');
    expect(answer('pow(0, 0)')).toBe('1');
    expect(answer('pow(10, -3)')).toBe('0.001');
  });
  it('reads whole numbers in any base', () => {
    expect(answer('parseint("ff", 16)')).toBe('255');
    expect(answer('parseint("-zz", 36)')).toBe('-1295');
    expect(answer('parseint("zZ", 62)')).toBe('2231');
    expect(answer('parseint("123456789012345678901234567890", 10)')).toBe('123456789012345678901234567890');
    expect(answer('parseint("+7", 8)')).toBe('7');
  });
  it('refuses digits that the base does not have', () => {
    expect(answer('parseint("12", 2)')).toBe(
      '! Invalid value for "number" parameter: cannot parse "12" as a base 2 integer.',
    );
    expect(answer('parseint("", 10)')).toBe(
      '! Invalid value for "number" parameter: cannot parse "" as a base 10 integer.',
    );
    expect(answer('parseint("1", 63)')).toBe(
      '! Invalid value for "base" parameter: base must be a whole number between 2 and 62 inclusive.',
    );
    expect(answer('parseint("1_0", 10)')).toBe(
      '! Invalid value for "number" parameter: cannot parse "1_0" as a base 10 integer.',
    );
  });
  it('counts up and down', () => {
    expect(answer('range(3)')).toBe('[0,1,2]');
    expect(answer('range(-3)')).toBe('[0,-1,-2]');
    expect(answer('range(1, 4)')).toBe('[1,2,3]');
    expect(answer('range(4, 1)')).toBe('[4,3,2]');
    expect(answer('range(0, 1, 0.25)')).toBe('[0,0.25,0.5,0.75]');
    expect(answer('range(1, 0, -0.5)')).toBe('[1,0.5]');
    expect(answer('range(0)')).toBe('[]');
  });
  it('refuses ranges without end', () => {
    expect(answer('range(0, 10, 0)')).toBe(
      '! Call to function "range" failed: more than 1024 values were generated; either decrease the difference between start and end or use a smaller step.',
    );
    expect(answer('range(0, 1025)')).toBe(
      '! Call to function "range" failed: more than 1024 values were generated; either decrease the difference between start and end or use a smaller step.',
    );
    expect(answer('range(0, 1000000000000)')).toBe(
      '! Call to function "range" failed: more than 1024 values were generated; either decrease the difference between start and end or use a smaller step.',
    );
    expect(answer('range(0, 5, -1)')).toBe(
      '! Invalid value for "params" parameter: end must be less than start when step is negative.',
    );
    expect(answer('range(5, 0, 1)')).toBe(
      '! Invalid value for "params" parameter: end must be greater than start when step is positive.',
    );
  });
  it('tells the sign of whole numbers only', () => {
    expect(answer('signum(-7)')).toBe('-1');
    expect(answer('signum(0)')).toBe('0');
    expect(answer('signum(0.5)')).toBe(
      '! Call to function "signum" failed: value must be a whole number, between -9223372036854775808 and 9223372036854775807.',
    );
    expect(answer('signum(1e30)')).toBe(
      '! Call to function "signum" failed: value must be a whole number, between -9223372036854775808 and 9223372036854775807.',
    );
  });
});
