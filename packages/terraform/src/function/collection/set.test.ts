import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of set', () => {
  it('joins, meets and takes away', () => {
    expect(answer('setunion(["a", "b"], ["b", "c"], [1])')).toBe('["1","a","b","c"]');
    expect(answer('setintersection(["a", "b"], ["b", "c"])')).toBe('["b"]');
    expect(answer('setsubtract(["a", "b"], ["b"])')).toBe('["a"]');
    expect(answer('setunion([], [])')).toBe('[]');
    expect(answer('setunion([1], ["a"])')).toBe('["1","a"]');
    expect(answer('setintersection(["a"], [])')).toBe('[]');
  });
  it('refuses sets without a common type', () => {
    expect(answer('setunion(["a"], [["b"]])')).toBe(
      '! Call to function "setunion" failed: given sets must all have compatible element types.',
    );
    expect(answer('setunion("a")')).toBe('! Invalid value for "first_set" parameter: set of any single type required.');
  });
  it('multiplies', () => {
    expect(answer('setproduct(["a", "b"], [1, 2])')).toBe('[["a",1],["a",2],["b",1],["b",2]]');
    expect(answer('setproduct(toset(["b", "a"]), ["x"])')).toBe('[["a","x"],["b","x"]]');
    expect(answer('setproduct([], ["a"])')).toBe('[]');
    expect(answer('setproduct(["a", 1], [true])')).toBe('[["a",true],["1",true]]');
    expect(answer('setproduct(["a"])')).toBe(
      '! Call to function "setproduct" failed: at least two arguments are required.',
    );
    expect(answer('setproduct(["a"], "b")')).toBe('! Invalid value for "sets" parameter: a set or a list is required.');
    expect(answer('setproduct([["a"], {}], [1])')).toBe(
      '! Invalid value for "sets" parameter: all elements must be of the same type.',
    );
  });
});
