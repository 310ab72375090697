import { STRING, stringValue, tupleValue, unknownValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import type { World } from '../../testing/function-call.ts';
import { answer, evaluateText } from '../../testing/function-call.ts';

const WORLD: World = {
  files: {
    'greet.tftpl': 'Hello ${upper(name)}!\n%{ for role in roles ~}\n- ${role}\n%{ endfor ~}\n',
    'wrap.tftpl': '${value}',
    'self.tftpl': '${templatefile("self.tftpl", {})}',
    'string.tftpl': '${core::templatestring(value, {})}',
    'broken.tftpl': 'x ${',
    'reads.tftpl': '${file("other.txt")}',
    'other.txt': 'other',
  },
  names: {
    greeting: stringValue('Dear ${who}, ${count + 1}'),
    reading: stringValue('${file("other.txt")}'),
    list: tupleValue([stringValue('a ${x}')]),
    later: unknownValue(STRING),
  },
};

function render(text: string): string {
  return answer(text, WORLD);
}

describe('templates', () => {
  it('renders files with the variables given and no others', () => {
    expect(render('templatefile("greet.tftpl", { name = "ann", roles = ["dev", "ops"] })')).toBe(
      '"Hello ANN!\\n- dev\\n- ops\\n"',
    );
    expect(render('templatefile("greet.tftpl", { name = "ann" })')).toBe(
      '! Invalid value for "vars" parameter: vars map does not contain key "roles", referenced at greet.tftpl:2,16-21.',
    );
    expect(render('templatefile("greet.tftpl", ["x"])')).toBe(
      '! Invalid value for "vars" parameter: invalid vars value: must be a map.',
    );
    expect(render('templatefile("wrap.tftpl", { "a b" = 1, value = 2 })')).toContain(
      'invalid template variable name "a b"',
    );
  });

  it('lets any type through a template that is one interpolation', () => {
    expect(render('templatefile("wrap.tftpl", { value = [1, "a"] })')).toBe('[1,"a"]');
    expect(render('templatefile("wrap.tftpl", { value = null })')).toContain('Template result is null');
  });

  it('lets files read files, but nothing render itself', () => {
    expect(render('templatefile("reads.tftpl", {})')).toBe('"other"');
    expect(render('templatefile("self.tftpl", {})')).toContain(
      'cannot recursively call templatefile from inside another template function',
    );
    expect(render('templatefile("string.tftpl", { value = "x" })')).toContain(
      'cannot recursively call templatestring from inside another template function',
    );
  });

  it('says where a template is wrong', () => {
    expect(render('templatefile("broken.tftpl", {})')).toMatch(
      /^! Call to function "templatefile" failed: broken\.tftpl:1,/,
    );
    expect(render('templatefile("nope.tftpl", {})')).toContain(
      'Invalid value for "path" parameter: no file exists at "nope.tftpl"',
    );
  });

  it('renders strings that stand elsewhere', () => {
    expect(render('templatestring(greeting, { who = "Bo", count = 2 })')).toBe('"Dear Bo, 3"');
    expect(render('templatestring(list[0], { x = true })')).toBe('"a true"');
    expect(render('templatestring("literal", {})')).toContain('does not support providing a literal template');
    expect(render('templatestring("${greeting}", {})')).toContain('to treat the inner expression as template syntax');
    expect(render('templatestring("a ${greeting}", {})')).toContain('to render an inline template');
    expect(render('templatestring(upper(greeting), {})')).toContain('must be a direct reference to a single string');
    expect(render('templatestring(list, {})')).toContain('invalid template value: a string is required');
    expect(render('templatestring(reading, {})')).toContain(
      'cannot use filesystem access functions like file in templatestring',
    );
    expect(render('templatestring(later, {})')).toBe('?');
    expect(render('templatestring(greeting, nope)')).toContain('There is no variable named "nope"');
  });

  it('keeps the known pieces of a template with unknown variables', () => {
    const { value } = evaluateText('templatefile("greet.tftpl", { name = "ann", roles = [later] })', WORLD);
    expect(value.kind === 'unknown' && value.parts?.map((part) => (typeof part === 'string' ? part : '?'))).toEqual([
      'Hello ANN!\n- ',
      '?',
      '\n',
    ]);
  });
});
