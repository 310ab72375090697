import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('try and can', () => {
  it('takes the first that succeeds', () => {
    expect(answer('try(tonumber("x"), "fallback")')).toBe('"fallback"');
    expect(answer('try({ a = 1 }.b, [1][3], 5)')).toBe('5');
    expect(answer('can(tonumber("x"))')).toBe('false');
    expect(answer('can({ a = 1 }.a)')).toBe('true');
    expect(answer('try()')).toBe('! Call to function "try" failed: at least one argument is required.');
    expect(answer('try(null, "a") == null')).toBe('true');
  });
});
