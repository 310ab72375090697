import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig, parseExpression, parseTemplate } from './parse.ts';
import { MAX_NESTING } from './problem.ts';
import { referencesIn } from './references.ts';
import { walkExpression } from './walk.ts';

const LEVELS = 100_000;

const file = (text: string): SourceFile => new SourceFile('hostile.tf', text);

function summaries(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ summary }) => summary);
}

/** Text that opens a level, the innermost text, text that closes a level. */
const NESTED_EXPRESSIONS: Readonly<Record<string, readonly [string, string, string]>> = {
  parentheses: ['(', '1', ')'],
  tuples: ['[', '1', ']'],
  objects: ['{a=', '1', '}'],
  'object keys': ['{(', 'a', ')=1}'],
  calls: ['f(', '1', ')'],
  templates: ['"${', 'a', '}"'],
  heredocs: ['"${<<E\n${', 'a', '}\nE\n}"'],
  negations: ['-', '1', ''],
  'logical negations': ['!', 'a', ''],
  'conditionals in the last result': ['a?b:', 'c', ''],
  'conditionals in the first result': ['a?', 'b', ':c'],
  'for expressions': ['[for a in ', 'b', ':a]'],
  'object for expressions': ['{for k,v in ', 'b', ':k=>v}'],
  indexes: ['a[', 'b', ']'],
  'operators of every precedence': ['a||b&&c==d<e+f*(', '1', ')'],
};

describe('deep nesting', () => {
  for (const [what, [open, middle, close]] of Object.entries(NESTED_EXPRESSIONS)) {
    it(`is reported once for ${what}, closed or not`, () => {
      const closed = parseConfig(file(`a = ${open.repeat(LEVELS)}${middle}${close.repeat(LEVELS)}\nb = 1\n`));
      expect(summaries(closed.diagnostics)).toEqual(['Nesting too deep']);
      const unclosed = parseConfig(file(`a = ${open.repeat(LEVELS)}${middle}`));
      expect(summaries(unclosed.diagnostics)).toEqual(['Nesting too deep']);
      for (const { expression } of unclosed.parsed.body.attributes) walkExpression(expression, {});
    });

    it(`is accepted for ${what} up to a depth that code may have`, () => {
      const levels = 60;
      const { expression, diagnostics } = parseExpression(
        file(`${open.repeat(levels)}${middle}${close.repeat(levels)}`),
      );
      expect(diagnostics).toEqual([]);
      expect(() => referencesIn(expression)).not.toThrow();
    });
  }

  it('is reported for blocks', () => {
    const { diagnostics } = parseConfig(file('a {\n'.repeat(LEVELS) + '}\n'.repeat(LEVELS)));
    expect(summaries(diagnostics)).toEqual(['Nesting too deep']);
    expect(summaries(parseConfig(file('a {\n'.repeat(LEVELS))).diagnostics)).toEqual(['Nesting too deep']);
  });

  it('is reported for indexes and splats, which hold what stands before them', () => {
    for (const chain of ['[b]', '[b].c', '[*]', '.*[b]']) {
      const { expression, diagnostics } = parseExpression(file(`a${chain.repeat(LEVELS)}`));
      expect(summaries(diagnostics), chain).toEqual(['Nesting too deep']);
      expect(referencesIn(expression).length).toBeLessThanOrEqual(MAX_NESTING + 2);
    }
  });

  it('is reported for splats', () => {
    const { expression, diagnostics } = parseExpression(file(`a${'[*]'.repeat(LEVELS)}`));
    expect(summaries(diagnostics)).toEqual(['Nesting too deep']);
    expect(referencesIn(expression)).toHaveLength(1);
  });

  it('is reported for template directives', () => {
    for (const [open, close] of [
      ['%{if x}', '%{endif}'],
      ['%{for x in y}', '%{endfor}'],
    ] as const) {
      const closed = parseTemplate(file(open.repeat(LEVELS) + close.repeat(LEVELS)));
      expect(summaries(closed.diagnostics)[0]).toBe('Nesting too deep');
      const unclosed = parseTemplate(file(open.repeat(LEVELS)));
      expect(unclosed.diagnostics.length).toBeLessThanOrEqual(MAX_NESTING + 1);
    }
  });

  it('is reported for JSON', () => {
    expect(summaries(parseJson(file('['.repeat(LEVELS) + ']'.repeat(LEVELS))).diagnostics)).toEqual([
      'Nesting too deep',
    ]);
    for (const text of ['['.repeat(LEVELS), '{"a":'.repeat(LEVELS), '[{"a":'.repeat(LEVELS)]) {
      expect(summaries(parseJson(file(text)).diagnostics)).toContain('Nesting too deep');
    }
  });
});

describe('long chains', () => {
  it('of operators, constant steps and items are no nesting', () => {
    for (const text of [
      `a${' + a'.repeat(LEVELS)}`,
      `a${'.b'.repeat(LEVELS)}`,
      `a${'[0]'.repeat(LEVELS)}`,
      `[${'a,'.repeat(LEVELS)}]`,
      `"${'x${a}'.repeat(LEVELS)}"`,
    ]) {
      const { expression, diagnostics } = parseExpression(file(text));
      expect(diagnostics).toEqual([]);
      let visited = 0;
      walkExpression(expression, { scopeTraversal: () => void visited++ });
      expect(visited).toBe(referencesIn(expression).length);
    }
  });

  it('of attributes, blocks and labels are read', () => {
    const attributes = Array.from({ length: LEVELS }, (_, i) => `a${i} = ${i}\n`).join('');
    expect(parseConfig(file(attributes)).parsed.body.attributes).toHaveLength(LEVELS);
    expect(parseConfig(file('a {}\n'.repeat(LEVELS))).parsed.body.blocks).toHaveLength(LEVELS);
    expect(parseConfig(file(`a ${'"x" '.repeat(LEVELS)}{}\n`)).parsed.body.blocks[0]?.labels).toHaveLength(LEVELS);
  });
});

/** Pieces whose repetition makes a careless scanner or parser look at the same text again and again. */
const REPEATED: readonly string[] = [
  '/*',
  '/* ',
  '"',
  '"${',
  '"${"',
  '"%{ if',
  '<<E\n',
  '<<-E\n  ',
  '<<EOT',
  '<',
  '$',
  '$$',
  '${',
  '%{',
  '~}',
  '}',
  '{',
  ']',
  '((',
  '[(',
  '({[',
  '#',
  '//',
  '\n',
  '\r',
  '\\',
  '\u0000',
  '\ud800',
  '\udc80',
  '\ufeff',
  '\u0301',
  '1.',
  '1e',
  '.',
  ',',
  '=',
  'a =',
  'a = (\n',
  'a = [1\n',
  'a "b" ',
  'a { b = 1 ',
  'a = b.',
  'a = f(',
  'a = f::',
  'a.*',
  'a = "\\u',
  'for ',
  '[for ',
  '{for a in b : ',
  '? :',
  "'",
  '`',
  ';',
  '&',
  '“',
  '{"a":',
  '["\\u',
  '[1 ',
  '{"a" ',
  'tru ',
];

describe('repeated pieces', () => {
  for (const piece of REPEATED) {
    it(`of ${JSON.stringify(piece)} are read to their end`, () => {
      const text = piece.repeat(Math.ceil(30_000 / piece.length));
      for (const source of [text, `a = ${text}`, `"${text}`]) {
        const config = parseConfig(file(source));
        expect(config.parsed.body.end).toBeLessThanOrEqual(source.length);
        parseTemplate(file(source));
        parseExpression(file(source));
        parseJson(file(source));
      }
    });
  }
});

describe('unusual text', () => {
  it('of a megabyte in one token is one token', () => {
    const long = 'x'.repeat(1 << 20);
    for (const source of [
      `a = "${long}"\n`,
      `a = ${long}\n`,
      `${long} = 1\n`,
      `# ${long}\n`,
      `a = <<E\n${long}\nE\n`,
    ]) {
      expect(parseConfig(file(source)).diagnostics).toEqual([]);
    }
    expect(parseConfig(file(`a = ${'1'.repeat(1 << 16)}\n`)).diagnostics).toEqual([]);
  });

  it('is reported where a string, heredoc, comment, bracket or block has no end', () => {
    const unterminated: Readonly<Record<string, string>> = {
      'a = "x': 'Unterminated template string',
      'a = "${x': 'Unclosed template interpolation sequence',
      'a = <<E\nx': 'Unterminated template string',
      'a = /* x': 'Invalid expression',
      'a = (x': 'Unbalanced parentheses',
      'a = [x': 'Unterminated tuple constructor expression',
      'a = {x = 1': 'Unterminated object constructor expression',
      'a = f(x': 'Unterminated function call',
      'a = x[0': 'Missing close bracket on index',
      'a = x ?': 'Missing expression',
      'a = x ? y': 'Missing false expression in conditional',
      'a {': 'Unclosed configuration block',
      'a "b': 'Unterminated string literal',
      'a =': 'Missing expression',
    };
    for (const [source, summary] of Object.entries(unterminated)) {
      expect(summaries(parseConfig(file(source)).diagnostics), source).toContain(summary);
    }
  });

  it('is reported where a NUL, a lone surrogate or a byte that is no UTF-8 stands', () => {
    expect(summaries(parseConfig(file('a = \u0000\n')).diagnostics)).toContain('Invalid character');
    expect(summaries(parseConfig(file('a = \ud800\n')).diagnostics)).toContain('Invalid character');
    const bytes = Uint8Array.of(0x61, 0x20, 0x3d, 0x20, 0x22, 0xff, 0x22, 0x0a);
    const broken = parseConfig(SourceFile.fromBytes('broken.tf', bytes));
    expect(summaries(broken.diagnostics)).toContain('Invalid character encoding');
    expect(broken.diagnostics[0]?.subject?.file.position(broken.diagnostics[0].subject.end).byte).toBe(6);
  });

  it('of fifty megabytes is read to its end', { timeout: 60_000 }, () => {
    const entry = `# ${'comment '.repeat(30)}\na {\n  text = "${'value '.repeat(40)}\${var.x}"\n}\n`;
    const source = entry.repeat(Math.ceil((50 * 1024 * 1024) / entry.length));
    const { parsed, diagnostics } = parseConfig(file(source));
    expect(diagnostics).toEqual([]);
    expect(parsed.body.end).toBe(source.length);
  });
});
