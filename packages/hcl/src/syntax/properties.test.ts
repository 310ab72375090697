import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../text/source-file.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig, parseExpression, parseTemplate, parseTraversal } from './parse.ts';
import { referencesIn } from './references.ts';
import { scanTokens } from './scanner.ts';
import * as Token from './token.ts';
import type { Body, Expression } from './tree.ts';
import { childrenOf } from './walk.ts';

/** Pieces that texts of the language are made of, and some that break them. */
const PIECES: readonly string[] = [
  'a',
  'b1',
  'for',
  'in',
  'if',
  'true',
  'null',
  '1',
  '1.5',
  '1e',
  '"',
  '\\',
  '\\n',
  '\\u00e9',
  '$',
  '%',
  '${',
  '%{',
  '~}',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '.',
  '...',
  ',',
  ':',
  '::',
  '?',
  '=',
  '==',
  '=>',
  '!',
  '-',
  '+',
  '*',
  '[*]',
  '<<E\n',
  '<<-E\n',
  'E\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '#',
  '//',
  '/*',
  '*/',
  'é',
  'e\u0301',
  '👩‍💻',
  '\u0000',
  '\ud800',
  '\ufeff',
  '%{ if a }',
  '%{ endif }',
  '%{ for x in y }',
  '%{ endfor }',
  '"x" {',
  'a = ',
  '{"a":',
  '\\"',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('any text', () => {
  it('is covered by its tokens, with spaces and tabs between them', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('config' as const, 'template' as const), (source, mode) => {
        const { count, types, starts, ends } = scanTokens(new SourceFile('any.tf', source), mode);
        let at = source.startsWith('\ufeff') ? 1 : 0;
        let printed = source.slice(0, at);
        for (let i = 0; i < count; i++) {
          const gap = source.slice(at, starts[i]);
          expect(gap).toMatch(/^[ \t]*$/);
          printed += gap + source.slice(starts[i], ends[i]);
          at = ends[i] ?? 0;
        }
        expect(printed).toBe(source);
        expect(types[count - 1]).toBe(Token.EOF);
      }),
      { numRuns: 2000 },
    );
  });

  it('is parsed without an exception, every node inside the text and its children in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const file = new SourceFile('any.tf', source);
        checkBody(parseConfig(file).parsed.body, source);
        for (const { expression } of [parseExpression(file), parseTemplate(file)]) checkExpression(expression, source);
        parseTraversal(file);
        parseJson(file);
      }),
      { numRuns: 2000 },
    );
  });

  it('has positions that grow with the offset', () => {
    fc.assert(
      fc.property(text, (source) => {
        const file = new SourceFile('any.tf', source);
        parseConfig(file);
        let last = file.position(0);
        for (let offset = 1; offset <= source.length; offset++) {
          const here = file.position(offset);
          expect(here.line === last.line ? here.column >= last.column : here.line === last.line + 1).toBe(true);
          expect(here.byte).toBeGreaterThanOrEqual(last.byte);
          last = here;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of bytes keeps every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const file = SourceFile.fromBytes('any.tf', bytes);
        expect(file.position(file.text.length).byte).toBe(bytes.length);
        checkBody(parseConfig(file).parsed.body, file.text);
      }),
      { numRuns: 2000 },
    );
  });
});

function checkBody(body: Body, source: string): void {
  for (const { expression, nameRange, name } of body.attributes) {
    const written = source.slice(nameRange.start, nameRange.end);
    if (!/[\ud800-\udfff]/.test(written)) expect(name).toBe(written);
    checkExpression(expression, source);
  }
  for (const block of body.blocks) checkBody(block.body, source);
}

function checkExpression(expression: Expression, source: string): void {
  expect(expression.start).toBeGreaterThanOrEqual(0);
  expect(expression.end).toBeLessThanOrEqual(source.length);
  referencesIn(expression);
  for (const child of childrenOf(expression)) checkExpression(child, source);
}
