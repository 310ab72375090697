import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of string', () => {
  it('changes the case of one character at a time', () => {
    expect(answer('upper("straße ǆ é")')).toBe('"STRAßE Ǆ É"');
    expect(answer('lower("İSTANBUL ΣΑΣ")')).toBe('"istanbul σασ"');
    expect(answer(`title("hello wOrld-foo_bar ǆep 1st o'neil")`)).toBe(`"Hello WOrld-Foo_bar ǅep 1st O'Neil"`);
  });
  it('counts characters as people see them', () => {
    expect(answer('length("e\u0301👨\u200d👩\u200d👧")')).toBe('2');
    expect(answer('substr("👋🏽hello", 0, 2)')).toBe('"👋🏽h"');
    expect(answer('strrev("a🇩🇪b")')).toBe('"b🇩🇪a"');
    expect(answer('substr("hello", -3, 2)')).toBe('"ll"');
    expect(answer('substr("hello", 2, -1)')).toBe('"llo"');
    expect(answer('substr("hello", 9, 1)')).toBe('""');
    expect(answer('substr("hello", -3, 0)')).toBe('"llo"');
    expect(answer('substr("", 1, 1)')).toBe('""');
  });
  it('trims what it is told to', () => {
    expect(answer('trim("?!hello?!", "!?")')).toBe('"hello"');
    expect(answer('trimprefix("helloworld", "hello")')).toBe('"world"');
    expect(answer('trimsuffix("helloworld", "world")')).toBe('"hello"');
    expect(answer('trimspace("\u3000\\n\\t a b\\u00a0 ")')).toBe('"a b"');
    expect(answer('chomp("hello\\r\\n\\n\\r")')).toBe('"hello"');
  });
  it('splits and joins', () => {
    expect(answer('split(",", "a,,b")')).toBe('["a","","b"]');
    expect(answer('split("", "hé😀")')).toBe('["h","é","😀"]');
    expect(answer('split("ab", "xabyab")')).toBe('["x","y",""]');
    expect(answer('join("-", ["a"], ["b", "c"])')).toBe('"a-b-c"');
    expect(answer('join(", ", [])')).toBe('""');
    expect(answer('join(",", [1, true])')).toBe('"1,true"');
  });
  it('refuses to join null', () => {
    expect(answer('join(",", ["a", null])')).toBe(
      '! Invalid value for "lists" parameter: element 1 is null; cannot concatenate null values.',
    );
    expect(answer('join(",", ["a"], ["b", null])')).toBe(
      '! Invalid value for "lists" parameter: element 1 of list 2 is null; cannot concatenate null values.',
    );
    expect(answer('sort(["a", null])')).toBe(
      '! Call to function "sort" failed: given list element 1 is null; a null string cannot be sorted.',
    );
    expect(answer('join(",")')).toBe('! Call to function "join" failed: at least one list is required.');
  });
  it('sorts by bytes', () => {
    expect(answer('sort(["b", "a", "B", "é", "😀", "\uffff"])')).toBe('["B","a","b","é","\uffff","😀"]');
  });
  it('indents all lines but the first', () => {
    expect(answer('indent(2, "a\\nb\\n\\nc")')).toBe('"a\\n  b\\n  \\n  c"');
    expect(answer('indent(0, "a\\nb")')).toBe('"a\\nb"');
  });
  it('asks about beginnings and ends', () => {
    expect(answer('startswith("hello", "he")')).toBe('true');
    expect(answer('endswith("hello", "lo")')).toBe('true');
    expect(answer('strcontains("hello", "ell")')).toBe('true');
    expect(answer('startswith("", "")')).toBe('true');
  });
});
