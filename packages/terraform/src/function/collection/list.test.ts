import { describe, expect, it } from 'vitest';
import { answer } from '../../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of list', () => {
  it('asks whether all or any are true', () => {
    expect(answer('alltrue([true, "true"])')).toBe('true');
    expect(answer('alltrue([])')).toBe('true');
    expect(answer('alltrue([true, null])')).toBe('false');
    expect(answer('anytrue([false, null, true])')).toBe('true');
    expect(answer('anytrue([])')).toBe('false');
  });
  it('wraps around the end', () => {
    expect(answer('element(["a", "b", "c"], 4)')).toBe('"b"');
    expect(answer('element(tolist(["a", "b"]), -1)')).toBe('"b"');
    expect(answer('element([], 0)')).toBe(
      '! Call to function "element" failed: cannot use element function with an empty list.',
    );
    expect(answer('element("a", 0)')).toBe('! Call to function "element" failed: cannot read elements from string.');
    expect(answer('element(["a", 1], 1)')).toBe('1');
  });
  it('takes lists apart', () => {
    expect(answer('chunklist(["a", "b", "c"], 2)')).toBe('[["a","b"],["c"]]');
    expect(answer('chunklist(["a"], 0)')).toBe('[["a"]]');
    expect(answer('slice(["a", "b", "c"], 1, 3)')).toBe('["b","c"]');
    expect(answer('reverse(["a", 1, true])')).toBe('[true,1,"a"]');
    expect(answer('reverse(toset(["b", "a"]))')).toBe('["b","a"]');
    expect(answer('compact(["a", "", null, "b"])')).toBe('["a","b"]');
    expect(answer('distinct(["b", "a", "b", "~", null, null])')).toBe('["b","a","~",null]');
    expect(answer('distinct([0, -0, 1])')).toBe('[0,1]');
    expect(answer('toset(["~", null])')).toBe('["~",null]');
    expect(answer('one([])')).toBe('null');
    expect(answer('one(["a"])')).toBe('"a"');
  });
  it('refuses what is not there', () => {
    expect(answer('slice(["a"], 0, 2)')).toBe(
      '! Invalid value for "end_index" parameter: end index must not be greater than the length of the list.',
    );
    expect(answer('slice(["a", "b"], 2, 1)')).toBe(
      '! Invalid value for "start_index" parameter: start index must not be greater than end index.',
    );
    expect(answer('slice(toset(["a"]), 0, 1)')).toBe(
      '! Invalid value for "list" parameter: cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important.',
    );
    expect(answer('chunklist(["a"], -1)')).toBe(
      '! Call to function "chunklist" failed: the size argument must be positive.',
    );
    expect(answer('one(["a", "b"])')).toBe(
      '! Invalid value for "list" parameter: must be a list, set, or tuple value with either zero or one elements.',
    );
    expect(answer('index([], "a")')).toBe('! Call to function "index" failed: cannot search an empty list.');
    expect(answer('index(["a"], "b")')).toBe('! Call to function "index" failed: item not found.');
    expect(answer('reverse("ab")')).toBe(
      '! Invalid value for "list" parameter: can only reverse list or tuple values, not string.',
    );
    expect(answer('contains("abc", "a")')).toBe(
      '! Call to function "contains" failed: argument must be list, tuple, or set.',
    );
  });
  it('joins lists and tuples', () => {
    expect(answer('concat(["a"], [1], [])')).toBe('["a",1]');
    expect(answer('concat(tolist(["a"]), tolist([1]))')).toBe('["a","1"]');
    expect(answer('concat(tolist(["a"]), [1])')).toBe('["a",1]');
    expect(answer('concat([])')).toBe('[]');
    expect(answer('concat("a")')).toBe(
      '! Invalid value for "seqs" parameter: all arguments must be lists or tuples; got string.',
    );
  });
  it('finds by value and type', () => {
    expect(answer('contains(["1"], 1)')).toBe('false');
    expect(answer('contains([1, 2], 2)')).toBe('true');
    expect(answer('index(["a", "b"], "b")')).toBe('1');
    expect(answer('contains([{ a = 1 }], { a = 1 })')).toBe('true');
    expect(answer('coalescelist([], ["a"])')).toBe('["a"]');
    expect(answer('coalescelist([], [])')).toBe('! Call to function "coalescelist" failed: no non-null arguments.');
  });
});
