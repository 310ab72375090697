import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('conversions and marks', () => {
  it('converts where it can', () => {
    expect(answer('tostring(1.50)')).toBe('"1.5"');
    expect(answer('tostring(true)')).toBe('"true"');
    expect(answer('tonumber("1e3")')).toBe('1000');
    expect(answer('tobool("true")')).toBe('true');
    expect(answer('tolist(["a", 1])')).toBe('["a","1"]');
    expect(answer('toset(["b", "a", "b", 1])')).toBe('["1","a","b"]');
    expect(answer('tomap({ a = 1, b = "x" })')).toBe('{"a":"1","b":"x"}');
    expect(answer('tonumber(null)')).toBe('null');
    expect(answer('tostring(null) == null')).toBe('true');
  });
  it('says why it cannot', () => {
    expect(answer('tonumber("x")')).toBe(
      '! Invalid value for "v" parameter: cannot convert "x" to number; given string must be a decimal representation of a number.',
    );
    expect(answer('tobool("yes")')).toBe(
      '! Invalid value for "v" parameter: cannot convert "yes" to bool; only the strings "true" or "false" are allowed.',
    );
    expect(answer('tostring([])')).toBe('! Invalid value for "v" parameter: cannot convert tuple to string.');
    expect(answer('tobool(1)')).toBe('! Invalid value for "v" parameter: cannot convert number to bool.');
    expect(answer('tolist("a")')).toBe(
      '! Invalid value for "v" parameter: cannot convert string to list of any single type.',
    );
    expect(answer('tomap(["a"])')).toBe(
      '! Invalid value for "v" parameter: cannot convert tuple to map of any single type.',
    );
    expect(answer('toset({ a = 1 })')).toBe(
      '! Invalid value for "v" parameter: cannot convert object to set of any single type.',
    );
    expect(answer('tonumber(sensitive("x"))')).toBe(
      '! Invalid value for "v" parameter: cannot convert this sensitive string to number.',
    );
    expect(answer('tolist(["a", ["b"]])')).toBe(
      '! Invalid value for "v" parameter: cannot convert tuple to list of any single type.',
    );
    expect(answer('tonumber("")')).toBe(
      '! Invalid value for "v" parameter: cannot convert "" to number; given string must be a decimal representation of a number.',
    );
  });
  it('marks and unmarks', () => {
    expect(answer('issensitive(sensitive("a"))')).toBe('true');
    expect(answer('issensitive("a")')).toBe('false');
    expect(answer('nonsensitive(sensitive("a"))')).toBe('"a"');
    expect(answer('nonsensitive("a")')).toBe('"a"');
    expect(answer('issensitive([sensitive("a")])')).toBe('false');
    expect(answer('issensitive({ a = sensitive(1) }.a)')).toBe('true');
    expect(answer('ephemeralasnull("a")')).toBe('"a"');
  });
});
