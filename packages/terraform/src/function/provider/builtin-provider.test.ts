import { mapOf, objectValue, STRING, stringValue, unknownValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { answer, evaluateText } from '../../../testing/function-call.ts';

// All answers are those of terraform 1.11.4.
describe('functions of the provider that is built in', () => {
  it('write expressions as terraform fmt lays them out', () => {
    const value = String.raw`{ a = 1, bbb = "x\n\u0001$${'$'}{y}", "c d" = [1, null, { k = "v", long_key = { z = [], "1a" = {} } }], e = {} }`;
    expect(JSON.parse(answer(`provider::terraform::encode_expr(${value})`))).toBe(
      [
        '{',
        '  a   = 1',
        String.raw`  bbb = "x\n\u0001$$\{y}"`.replace('\\{', '{'),
        '  "c d" = [1, null, {',
        '    k = "v"',
        '    long_key = {',
        '      "1a" = {}',
        '      z    = []',
        '    }',
        '  }]',
        '  e = {}',
        '}',
      ].join('\n'),
    );
    expect(answer('provider::terraform::encode_expr("a")')).toBe(String.raw`"\"a\""`);
    expect(answer('provider::terraform::encode_expr(null)')).toBe(
      '! Invalid value for "value" parameter: argument must not be null.',
    );
  });

  it('write variables as a tfvars file', () => {
    expect(
      JSON.parse(answer('provider::terraform::encode_tfvars({ z = ["a"], n = null, longer = { x = 1, yy = 2 } })')),
    ).toBe('longer = {\n  x  = 1\n  yy = 2\n}\nn = null\nz = ["a"]\n');
    expect(answer('provider::terraform::encode_tfvars({ "a b" = 1 })')).toContain('invalid variable name "a b"');
    expect(answer('provider::terraform::encode_tfvars(1)')).toContain('invalid value to encode: must be an object');
  });

  it('read a tfvars file', () => {
    expect(answer(String.raw`provider::terraform::decode_tfvars("a = 1\nb = { x = [1, \"s\"] }\nc = 1 + 1")`)).toBe(
      '{"a":1,"b":{"x":[1,"s"]},"c":2}',
    );
    expect(answer('provider::terraform::decode_tfvars("a = ")')).toBe(
      '! Call to function "provider::terraform::decode_tfvars" failed: invalid tfvars syntax: <decode_tfvars argument>:1,5-5: Missing expression; Expected the start of an expression, but found the end of the file..',
    );
    expect(answer('provider::terraform::decode_tfvars("a = b")')).toContain(
      'invalid expression for variable "a": <decode_tfvars argument>:1,5-6: Variables not allowed',
    );
    expect(answer('provider::terraform::decode_tfvars("a {}")')).toContain(
      'invalid tfvars content: <decode_tfvars argument>:1,1-2: Unexpected "a" block',
    );
  });

  it('know how the text of an unknown value begins', () => {
    const names = {
      tags: unknownValue(mapOf(STRING), { refinement: { notNull: true } }),
      id: unknownValue(STRING),
      part: objectValue([
        ['a', unknownValue(STRING)],
        ['b', stringValue('x')],
      ]),
    };
    const prefixOf = (text: string): string | undefined => {
      const { value } = evaluateText(text, { names });
      return value.kind === 'unknown' ? value.refinement?.prefix : undefined;
    };
    expect(prefixOf('provider::terraform::encode_expr(tags)')).toBe('{');
    expect(prefixOf('provider::terraform::encode_expr(part)')).toBe('{');
    expect(prefixOf('provider::terraform::encode_expr(id)')).toBeUndefined();
  });
});
