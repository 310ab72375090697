import type { Value } from '@tfwarden/hcl';
import { stringValue } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import type { World } from '../../testing/function-call.ts';
import { answer, evaluateText } from '../../testing/function-call.ts';
import {
  MAX_DECODE_DEPTH,
  MAX_ELEMENTS,
  MAX_FILESET_ENTRIES,
  MAX_FORMAT_EXPONENT,
  MAX_FORMAT_WIDTH,
  MAX_GLOB_STEPS,
  MAX_GZIP_BYTES,
  MAX_PARSED_DIGITS,
  MAX_PATTERN_LENGTH,
  MAX_RANGE_ELEMENTS,
  MAX_REVERSED_LENGTH,
  MAX_STRING_LENGTH,
  MAX_YAML_VALUES,
} from './limits.ts';

/** Names for texts that are too long to be written. */
function named(texts: Readonly<Record<string, string>>, more: World = {}): World {
  const names: Record<string, Value> = {};
  for (const [name, text] of Object.entries(texts)) names[name] = stringValue(text);
  return { ...more, names };
}

describe('hostile arguments are refused, and named limits say why', () => {
  it('ranges without end', () => {
    expect(answer('range(0, 1e12)')).toContain(`more than ${MAX_RANGE_ELEMENTS} values were generated`);
    expect(answer('range(0, 1, 1e-300)')).toContain(`more than ${MAX_RANGE_ELEMENTS} values were generated`);
  });

  it('products of many sets', () => {
    const hundred = 'range(100)';
    expect(answer(`setproduct(${hundred}, ${hundred}, ${hundred}, ${hundred})`)).toContain(
      `more than ${MAX_ELEMENTS} elements`,
    );
    expect(answer(`length(setproduct(${hundred}, ${hundred}))`)).toBe('10000');
  });

  it('texts that double', () => {
    const long = named({ long: 'x'.repeat(MAX_STRING_LENGTH / 4) });
    expect(answer('length(join("", [long, long]))', long)).toBe(String(MAX_STRING_LENGTH / 2));
    expect(answer('join("", [long, long, long, long, long])', long)).toContain(`longer than ${MAX_STRING_LENGTH}`);
    expect(answer('format("%s%s%s%s%s", long, long, long, long, long)', long)).toContain(
      `longer than ${MAX_STRING_LENGTH}`,
    );
    expect(answer('replace(long, "x", "xxxxx")', long)).toContain(`longer than ${MAX_STRING_LENGTH}`);
    expect(answer('replace(long, "", "xxxx")', long)).toContain(`longer than ${MAX_STRING_LENGTH}`);
    expect(answer('jsonencode([long, long, long, long, long])', long)).toContain(`longer than ${MAX_STRING_LENGTH}`);
    expect(answer('split("", long)', long)).toContain(`more than ${MAX_ELEMENTS} elements`);
    expect(answer('split("x", long)', long)).toContain(`more than ${MAX_ELEMENTS} elements`);
    expect(answer('strrev(long)', long)).toContain(`longer than ${MAX_REVERSED_LENGTH}`);
  });

  it('widths, indents and numbers that would fill the memory', () => {
    expect(answer('format("%1000000000s", "x")')).toContain(`the width is more than ${MAX_FORMAT_WIDTH}`);
    expect(answer('format("%1000000000d", 1)')).toBe('"%!(NOVERB)%!(EXTRA *big.Int=1)"');
    expect(answer('indent(1000000000, "a\\nb")')).toContain(`more than ${MAX_FORMAT_WIDTH} spaces`);
    expect(answer('indent(10000000, "a\\nb\\nc\\nd\\ne")')).toContain(`longer than ${MAX_STRING_LENGTH}`);
    expect(answer(`length(format("%f", 1e${MAX_FORMAT_EXPONENT * 10}))`)).not.toContain('!');
    expect(answer('parseint(digits, 10)', named({ digits: '9'.repeat(MAX_PARSED_DIGITS + 1) }))).toContain(
      `more than ${MAX_PARSED_DIGITS} digits`,
    );
    expect(answer('cidrsubnets("10.0.0.0/8", 33)')).toContain('may not extend prefix by more than 32 bits');
    expect(answer('cidrhost("10.0.0.0/8", 1e4000)')).toContain('does not fit into the address');
  });

  it('documents that nest or repeat themselves', () => {
    const depth = MAX_DECODE_DEPTH * 50;
    expect(answer('jsondecode(deep)', named({ deep: '['.repeat(depth) }))).toContain(
      `nested more than ${MAX_DECODE_DEPTH} levels deep`,
    );
    expect(answer('jsondecode(deep)', named({ deep: '{"a":'.repeat(depth) }))).toContain(
      `nested more than ${MAX_DECODE_DEPTH} levels deep`,
    );
    expect(answer('yamldecode(deep)', named({ deep: '['.repeat(depth) }))).toContain('nesting exceeded');
    expect(answer('yamldecode(deep)', named({ deep: '- '.repeat(depth) }))).toContain('nesting exceeded');
    const bomb = Array.from(
      { length: 30 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${i - 1}`).join(',')}]`,
    ).join('\n');
    expect(answer('yamldecode(bomb)', named({ bomb }))).toContain(`more than ${MAX_YAML_VALUES} values`);
  });

  it('tables of too many fields', () => {
    const table = `a,b,c,d\n${'1,2,3,4\n'.repeat(MAX_ELEMENTS / 4 + 2)}`;
    expect(answer('csvdecode(table)', named({ table }))).toContain(`more than ${MAX_ELEMENTS} fields`);
  });

  it('patterns that blow up or are longer than any author writes', () => {
    const text = 'x'.repeat(100_000);
    expect(answer('regexall("x*y|x", text)', named({ text }))).toContain('takes too many steps');
    expect(answer('replace(text, "/(x+x+)+y|x/", "")', named({ text }))).toContain('takes too many steps');
    expect(answer('regexall("^(a+)+$", text)', named({ text: `${'a'.repeat(5000)}b` }))).toBe('[]');
    expect(answer('regex(pattern, "a")', named({ pattern: 'a'.repeat(MAX_PATTERN_LENGTH + 1) }))).toContain(
      `longer than ${MAX_PATTERN_LENGTH}`,
    );
    expect(answer('length(regexall("[^\\n]+", text))', named({ text: 'one line\n'.repeat(20_000) }))).toBe('20000');
  });

  it('packed texts that are larger than they look', () => {
    const { value } = evaluateText('base64gzip(text)', named({ text: 'x'.repeat(MAX_GZIP_BYTES + 1) }));
    expect(value.kind).toBe('unknown');
    // A stream that states 2 GiB.
    const stream = 'H4sIAAAAAAAA/wMAAAAAAAAAAIA=';
    expect(answer(`base64gunzip("${stream}")`, { language: 'opentofu' })).toContain('the unpacked text is larger than');
  });

  it('globs that backtrack, and folders without end', () => {
    const files: Record<string, string> = { [`${'a'.repeat(200)}b`]: '' };
    expect(answer(`fileset(".", "${'*a'.repeat(30)}c")`, { files })).toContain(
      `takes more than ${MAX_GLOB_STEPS} steps`,
    );
    const loop = {
      read: () => ({ problem: 'missing', reason: '' }) as const,
      stat: () => 'directory' as const,
      list: () => Array.from({ length: 10 }, (_, i) => ({ name: `link${i}`, kind: 'directory' as const })),
    };
    expect(answer('fileset(".", "**")', { fileSystem: loop })).toContain(
      `more than ${MAX_FILESET_ENTRIES} files and directories`,
    );
  });

  it('lists that would be compared pair by pair', () => {
    const many = 'flatten([for i in range(100) : [for j in range(300) : "${i}-${j}"]])';
    expect(answer(`length(matchkeys(${many}, ${many}, ${many}))`)).toBe('30000');
    expect(answer(`length(distinct(${many}))`)).toBe('30000');
    expect(answer(`length(setintersection(${many}, ${many}))`)).toBe('30000');
  });
});
