import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of map', () => {
  it('lists names in byte order', () => {
    expect(answer('keys({ b = 1, a = 2, "é" = 3, B = 4 })')).toBe('["B","a","b","é"]');
    expect(answer('values({ b = 1, a = "x" })')).toBe('["x",1]');
    expect(answer('keys(tomap({ b = 1, a = 2 }))')).toBe('["a","b"]');
    expect(answer('keys("a")')).toBe('! Invalid value for "inputMap" parameter: must have map or object type.');
    expect(answer('values([])')).toBe(
      '! Call to function "values" failed: values() requires a map as the first argument.',
    );
  });
  it('looks up', () => {
    expect(answer('lookup({ a = 1 }, "a", 2)')).toBe('1');
    expect(answer('lookup({ a = 1 }, "b", "none")')).toBe('"none"');
    expect(answer('lookup(tomap({ a = 1 }), "b", "2")')).toBe('2');
    expect(answer('lookup({ a = 1 }, "b")')).toBe(
      '! Invalid value for "inputMap" parameter: the given object has no attribute "b".',
    );
    expect(answer('lookup(tomap({ a = 1 }), "b")')).toBe(
      '! Call to function "lookup" failed: lookup failed to find key "b".',
    );
    expect(answer('lookup(tomap({ a = 1 }), "b", [])')).toBe(
      '! Invalid value for "default" parameter: the default value must have the same type as the map elements.',
    );
    expect(answer('lookup(["a"], "a")')).toBe(
      '! Invalid value for "inputMap" parameter: lookup() requires a map as the first argument.',
    );
  });
  it('merges, the later one winning', () => {
    expect(answer('merge({ a = 1 }, { a = "x", b = 2 })')).toBe('{"a":"x","b":2}');
    expect(answer('merge(tomap({ a = "1" }), tomap({ b = "2" }))')).toBe('{"a":"1","b":"2"}');
    expect(answer('merge()')).toBe('{}');
    expect(answer('merge({ a = 1 }, null)')).toBe('{"a":1}');
    expect(answer('merge(tomap({ a = 1 }), { b = "x" })')).toBe('{"a":1,"b":"x"}');
    expect(answer('merge(["a"])')).toBe(
      '! Call to function "merge" failed: arguments must be maps or objects, got "tuple".',
    );
    expect(answer('merge({ a = null }, { a = [] })')).toBe('{"a":[]}');
  });
  it('zips keys with values', () => {
    expect(answer('zipmap(["b", "a"], [1, "x"])')).toBe('{"a":"x","b":1}');
    expect(answer('zipmap(["a", "a"], ["x", "y"])')).toBe('{"a":"y"}');
    expect(answer('zipmap(["a"], tolist([1]))')).toBe('{"a":1}');
    expect(answer('zipmap(["a"], [])')).toBe(
      '! Call to function "zipmap" failed: number of keys (1) does not match number of values (0).',
    );
    expect(answer('zipmap(["a"], "b")')).toBe(
      '! Call to function "zipmap" failed: values argument must be a list or tuple value.',
    );
    expect(answer('zipmap([], [])')).toBe('{}');
  });
  it('matches keys', () => {
    expect(answer('matchkeys(["a", "b", "c"], ["x", "y", "x"], ["x"])')).toBe('["a","c"]');
    expect(answer('matchkeys([1, 2], ["x"], ["x"])')).toBe(
      '! Call to function "matchkeys" failed: length of keys and values should be equal.',
    );
    expect(answer('matchkeys(["a"], ["x"], [])')).toBe('[]');
    expect(answer('matchkeys(["a"], ["1"], [1])')).toBe('["a"]');
  });
  it('transposes', () => {
    expect(answer('transpose({ a = ["1", "2"], b = ["2", "3"] })')).toBe('{"1":["a"],"2":["a","b"],"3":["b"]}');
    expect(answer('transpose({})')).toBe('{}');
    expect(answer('transpose({ a = null })')).toBe(
      '! Call to function "transpose" failed: input must not contain null list.',
    );
    expect(answer('transpose({ a = [null] })')).toBe(
      '! Call to function "transpose" failed: input list must not contain null string.',
    );
  });
});
