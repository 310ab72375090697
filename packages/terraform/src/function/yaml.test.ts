import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of yaml', () => {
  it('reads the words of YAML 1.1', () => {
    expect(answer('yamldecode("[yes, No, ON, off, y, N, true, ~, null, Null]")')).toBe(
      '[true,false,true,false,true,false,true,null,null,null]',
    );
    expect(answer(`yamldecode("{a: \\"yes\\", b: 'no', c: !!str yes}")`)).toBe('{"a":"yes","b":"no","c":"yes"}');
    expect(answer('yamldecode("[.inf, -.INF]") == [1/0, -1/0]')).toBe('true');
  });
  it('reads the numbers of YAML 1.2', () => {
    expect(answer('yamldecode("[0x1F, 0o17, 017, 1_000, +1, .5, 1., 1e3]")')).toBe('[31,15,17,"1_000",1,0.5,1,1000]');
    expect(answer('yamldecode("[1.2.3, 12:30, 0b11, 1e, \\"12\\"]")')).toBe('["1.2.3","12:30","0b11","1e","12"]');
    expect(answer('yamldecode("12345678901234567890123")')).toBe('12345678901234567890123');
  });
  it('reads dates as timestamps', () => {
    expect(answer('yamldecode("[2001-12-14, 2001-12-14t21:59:43.10-05:00, 2001-12-14 21:59:43, 2001-13-01]")')).toBe(
      '["2001-12-14T00:00:00Z","2001-12-14T21:59:43-05:00","2001-12-14T21:59:43Z","2001-13-01"]',
    );
  });
  it('reads block scalars as if they were plain, then as strings', () => {
    expect(answer('yamldecode("a: |-\\n  1.50\\nb: |-\\n  yes\\nc: >\\n  folded\\n  text\\n")')).toBe(
      '{"a":"1.5","b":"true","c":"folded text\\n"}',
    );
  });
  it('shares anchors and merges mappings', () => {
    expect(answer('yamldecode("a: &x {k: 1}\\nb: *x\\nc:\\n  <<: *x\\n  l: 2\\n")')).toBe(
      '{"a":{"k":1},"b":{"k":1},"c":{"k":1,"l":2}}',
    );
  });
  it('refuses what it cannot be', () => {
    expect(answer('yamldecode("")')).toBe(
      '! Call to function "yamldecode" failed: on line 1, column 1: missing start of document.',
    );
    expect(answer('yamldecode("a\\n---\\nb")')).toBe(
      '! Call to function "yamldecode" failed: on line 1, column 1: unexpected extra content after value.',
    );
    expect(answer('yamldecode("*x")')).toBe(
      '! Call to function "yamldecode" failed: reference to undefined anchor "x".',
    );
    expect(answer('yamldecode("&a [*a]")')).toBe(
      '! Call to function "yamldecode" failed: cannot refer to anchor "a" from inside its own definition.',
    );
    expect(answer('yamldecode("!foo 1")')).toBe('! Call to function "yamldecode" failed: unsupported tag "!foo".');
    expect(answer('yamldecode("[.nan]")')).toBe(
      '! Call to function "yamldecode" failed: floating point NaN is not supported.',
    );
    expect(answer('yamldecode("? [a]\\n: b")')).toBe(
      '! Call to function "yamldecode" failed: only strings are allowed as mapping keys.',
    );
    expect(answer('yamldecode("...\\na: 1")')).toBe(
      '! Call to function "yamldecode" failed: did not find expected node content.',
    );
    expect(answer('yamldecode("<<: 1")')).toBe(
      '! Call to function "yamldecode" failed: cannot merge number into mapping.',
    );
  });
  it('writes as libyaml does', () => {
    expect(
      answer('yamlencode({ a = 1, "b c" = [true, null, "x"], e = {}, f = [], g = "two\\nlines\\n", h = "" })'),
    ).toBe(
      '"\\"a\\": 1\\n\\"b c\\":\\n- true\\n- null\\n- \\"x\\"\\n\\"e\\": {}\\n\\"f\\": []\\n\\"g\\": |\\n  two\\n  lines\\n\\"h\\": \\"\\"\\n"',
    );
    expect(answer('yamlencode("plain")')).toBe('"\\"plain\\"\\n"');
    expect(answer('yamlencode(1)')).toBe('"1\\n...\\n"');
    expect(answer('yamlencode([[1, 2], [{ a = 1 }, { b = [3] }]])')).toBe(
      '"- - 1\\n  - 2\\n- - \\"a\\": 1\\n  - \\"b\\":\\n    - 3\\n"',
    );
    expect(answer('yamlencode("\\n")')).toBe('"|2+\\n\\n"');
    expect(answer('yamlencode({ l = "trailing space \\nnext" })')).toBe('"\\"l\\": \\"trailing space \\\\nnext\\"\\n"');
    expect(answer('yamlencode("é😀\\u2028\\u0007")')).toBe('"\\"é\\\\U0001F600\\\\L\\\\a\\"\\n"');
    expect(answer('yamlencode({ (join("", [for i in range(130) : "k"])) = 1 })')).toBe(
      '"? \\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\\"\\n: 1\\n"',
    );
    expect(answer('yamlencode(join(" ", [for i in range(30) : "word"]))')).toBe(
      '"\\"word word word word word word word word word word word word word word word word word\\n  word word word word word word word word word word word word word\\"\\n"',
    );
    expect(answer('yamlencode(null)')).toBe('"null\\n...\\n"');
    expect(answer('yamlencode({ t = "a\\n\\n" })')).toBe('"\\"t\\": |+\\n  a\\n\\n"');
    expect(answer('yamlencode({ s = " lead\\nx" })')).toBe('"\\"s\\": |2-\\n   lead\\n  x\\n"');
  });
});
