import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of any', () => {
  it('measures', () => {
    expect(answer('length("héllo")')).toBe('5');
    expect(answer('length([1, 2])')).toBe('2');
    expect(answer('length({ a = 1 })')).toBe('1');
    expect(answer('length(toset(["a", "a"]))')).toBe('1');
    expect(answer('length(true)')).toBe(
      '! Call to function "length" failed: argument must be a string, a collection type, or a structural type.',
    );
    expect(answer('length(null)')).toBe('! Invalid value for "value" parameter: argument must not be null.');
  });
  it('takes the first that is there', () => {
    expect(answer('coalesce(null, "", "a", "b")')).toBe('"a"');
    expect(answer('coalesce(null, 1)')).toBe('1');
    expect(answer('coalesce("", null)')).toBe(
      '! Call to function "coalesce" failed: no non-null, non-empty-string arguments.',
    );
    expect(answer('coalesce([], [1])')).toBe('[]');
    expect(answer('coalesce(1, "a")')).toBe('"1"');
    expect(answer('coalesce({}, ["a"])')).toBe(
      '! Call to function "coalesce" failed: all arguments must have the same type.',
    );
  });
  it('flattens at every level', () => {
    expect(answer('flatten([["a", []], "b", [["c"], [[1]]]])')).toBe('["a","b","c",1]');
    expect(answer('flatten([{ a = [1] }, [null]])')).toBe('[{"a":[1]},null]');
    expect(answer('flatten([])')).toBe('[]');
    expect(answer('flatten("a")')).toBe(
      '! Call to function "flatten" failed: can only flatten lists, sets and tuples.',
    );
    expect(answer('flatten(toset([["a"]]))')).toBe('["a"]');
  });
});
