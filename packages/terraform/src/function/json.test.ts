import { describe, expect, it } from 'vitest';
import { answer } from '../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of json', () => {
  it('writes JSON that is safe inside HTML', () => {
    expect(answer('jsonencode("<a>&\\u2028")')).toBe('"\\"\\\\u003ca\\\\u003e\\\\u0026\\\\u2028\\""');
    expect(answer('jsonencode({ b = [1, 1.50, true, null], a = {} })')).toBe(
      '"{\\"a\\":{},\\"b\\":[1,1.5,true,null]}"',
    );
    expect(answer('jsonencode("\\t\\u0001\\"\\\\")')).toBe('"\\"\\\\t\\\\u0001\\\\\\"\\\\\\\\\\""');
    expect(answer('jsonencode(1e100)')).toBe(
      '"10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"',
    );
    expect(answer('jsonencode(0.1)')).toBe('"0.1"');
    expect(answer('jsonencode(toset(["b", "a"]))')).toBe('"[\\"a\\",\\"b\\"]"');
    expect(answer('jsonencode("😀é")')).toBe('"\\"😀é\\""');
  });
  it('reads JSON with the types it shows', () => {
    expect(answer('jsondecode("{\\"a\\": [1, \\"x\\", null, true, {}], \\"b\\": 1e2}")')).toBe(
      '{"a":[1,"x",null,true,{}],"b":100}',
    );
    expect(answer('jsondecode(" 12 ")')).toBe('12');
    expect(answer('jsondecode("\\"\\\\u00e9\\\\ud83d\\\\ude00\\\\ud800\\"")')).toBe('"é😀�"');
    expect(answer('jsondecode("{\\"a\\": 1, \\"a\\": 2}")')).toBe('{"a":2}');
    expect(answer('jsondecode("{}]")')).toBe('{}');
    expect(answer('jsondecode("null")')).toBe('null');
    expect(answer('jsondecode("123456789012345678901234567890")')).toBe('123456789012345678901234567890');
  });
  it('refuses what is no JSON', () => {
    expect(answer('jsondecode("")')).toBe('! Call to function "jsondecode" failed: EOF.');
    expect(answer('jsondecode("{")')).toBe('! Call to function "jsondecode" failed: EOF.');
    expect(answer('jsondecode("[1,]")')).toBe(
      `! Call to function "jsondecode" failed: invalid character ']' looking for beginning of value.`,
    );
    expect(answer('jsondecode("{\\"a\\":1,}")')).toBe(
      `! Call to function "jsondecode" failed: invalid character '}' looking for beginning of object key string.`,
    );
    expect(answer('jsondecode("01")')).toBe(
      '! Call to function "jsondecode" failed: extraneous data after JSON object.',
    );
    expect(answer('jsondecode("1 2")')).toBe(
      '! Call to function "jsondecode" failed: extraneous data after JSON object.',
    );
    expect(answer('jsondecode("tru")')).toBe('! Call to function "jsondecode" failed: unexpected EOF.');
    expect(answer(`jsondecode("'a'")`)).toBe(
      `! Call to function "jsondecode" failed: invalid character '\\'' looking for beginning of value.`,
    );
    expect(answer('jsondecode("\\"\\n\\"")')).toBe(
      `! Call to function "jsondecode" failed: invalid character '\\n' in string literal.`,
    );
    expect(answer('jsondecode("{a: 1}")')).toBe(`! Call to function "jsondecode" failed: invalid character 'a'.`);
    expect(answer('jsonencode(1/0)')).toBe(
      '! Call to function "jsonencode" failed: cannot serialize infinity as JSON.',
    );
  });
});
