import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of format', () => {
  it('writes each kind of value', () => {
    expect(answer('format("%s %q %v %#v %t", "a\\"b", "<x>", [1, "a"], "s", true)')).toBe(
      '"a\\"b \\"\\\\u003cx\\\\u003e\\" [1,\\"a\\"] \\"s\\" true"',
    );
    expect(answer('format("%d %b %o %x %X %#x %+d", 10, 10, 10, 255, 255, 255, 5)')).toBe('"10 1010 12 ff FF 0xff +5"');
    expect(answer('format("%e %E %f %g %G", 123456.789, 0.000012, 2.5, 1e21, 1e-7)')).toBe(
      '"1.234568e+05 1.200000E-05 2.500000 1e+21 1E-07"',
    );
    expect(answer('format("%v %v %v", 1000000, 0.1, null)')).toBe('?');
    expect(answer('format("%.2f|%8.3f|%-8.1f|%+.0f", 1.005, 3.14159, 2.25, 2.5)')).toBe('"1.00|   3.142|2.2     |+2"');
    expect(answer('format("%%|%5s|%-5s|%05d|%.2s", "a", "b", 42, "héllo")')).toBe('"%|    a|b    |00042|hé"');
  });
  it('counts width in characters as people see them', () => {
    expect(answer('format("%3s|", "e\u0301")')).toBe('"  é|"');
    expect(answer('format("%.1s|", "👨\u200d👩\u200d👧x")')).toBe('"👨\u200d👩\u200d👧|"');
    expect(answer('format("%-4q|", "a")')).toBe('"\\"a\\" |"');
  });
  it('takes arguments by number', () => {
    expect(answer('format("%[2]s %[1]s", "a", "b")')).toBe('"b a"');
    expect(answer('format("%[2]d %s %d", "x", 1, 2)')).toBe(
      '! Call to function "format" failed: not enough arguments for "%d" at 9: need index 4 but have 3 total.',
    );
    expect(answer('format("%[2]s %s", "a", "b", "c")')).toBe('"b c"');
  });
  it('keeps the quirks of flags', () => {
    expect(answer('format("%-08.2f|", 1.5)')).toBe('"00001.50|"');
    expect(answer('format("%-08d|", 15)')).toBe('"15      |"');
    expect(answer('format("% d|% 5d", 7, 7)')).toBe('" 7|    7"');
    expect(answer('format("%.0d|", 0)')).toBe('"|"');
    expect(answer('format("%08.3d|", 7)')).toBe('"     007|"');
    expect(answer('format("%-05s|", "ab")')).toBe('"ab000|"');
  });
  it('refuses what does not fit', () => {
    expect(answer('format("%d", "x")')).toBe(
      '! Call to function "format" failed: unsupported value for "%d" at 0: a number is required.',
    );
    expect(answer('format("%d", 1.5)')).toBe(
      '! Call to function "format" failed: unsupported value for "%d" at 0: an integer is required.',
    );
    expect(answer('format("%s")')).toBe(
      '! Call to function "format" failed: not enough arguments for "%s" at 0: need index 1 but have 0 total.',
    );
    expect(answer('format("%s", "a", "b")')).toBe(
      '! Invalid value for "args" parameter: too many arguments; only 1 used by format string.',
    );
    expect(answer('format("plain", "a")')).toBe(
      '! Invalid value for "args" parameter: too many arguments; no verbs in format string.',
    );
    expect(answer('format("%z", 1)')).toBe(
      `! Call to function "format" failed: unsupported format verb 'z' in "%z" at offset 0.`,
    );
    expect(answer('format("%", 1)')).toBe(
      '! Call to function "format" failed: invalid format string starting at offset 1.',
    );
    expect(answer('format("%5!", 1)')).toBe(
      `! Call to function "format" failed: unrecognized format character '!' at offset 2.`,
    );
    expect(answer('format("%s", null)')).toBe('?');
    expect(answer('format("%t", "maybe")')).toBe(
      '! Call to function "format" failed: unsupported value for "%t" at 0: a bool is required.',
    );
    expect(answer('format("%s", ["a"])')).toBe(
      '! Call to function "format" failed: unsupported value for "%s" at 0: string required.',
    );
  });
  it('formats lists side by side', () => {
    expect(answer('formatlist("%s-%d", ["a", "b"], [1, 2])')).toBe('["a-1","b-2"]');
    expect(answer('formatlist("%s:%s", "x", ["a", "b"])')).toBe('["x:a","x:b"]');
    expect(answer('formatlist("%s", [])')).toBe('[]');
    expect(answer('formatlist("all")')).toBe('["all"]');
    expect(answer('formatlist("%s", toset(["b", "a"]))')).toBe('["a","b"]');
  });
  it('refuses lists of different lengths', () => {
    expect(answer('formatlist("%s-%s", ["a"], ["b", "c"])')).toBe(
      '! Invalid value for "args" parameter: argument 2 has length 2, which is inconsistent with argument 1 of length 1.',
    );
    expect(answer('formatlist("%d", ["a"])')).toBe(
      '! Call to function "formatlist" failed: error on format iteration 0: unsupported value for "%d" at 0: a number is required.',
    );
    expect(answer('formatlist("%s %s", ["a"])')).toBe(
      '! Call to function "formatlist" failed: error on format iteration 0: not enough arguments for "%s" at 3: need index 2 but have 1 total.',
    );
  });
});
