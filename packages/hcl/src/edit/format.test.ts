import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configArbitrary } from '../../testing/config-arbitrary.ts';
import { scanTokens } from '../syntax/scanner.ts';
import * as Token from '../syntax/token.ts';
import { SourceFile } from '../text/source-file.ts';
import { format } from './format.ts';

// Every expectation here is the output of `terraform fmt` 1.11.4.
describe('format', () => {
  it.each([
    ['aligns neighbouring attributes', 'a=1\nlong = 2\n\nb=3\n', 'a    = 1\nlong = 2\n\nb = 3\n'],
    ['aligns comments of neighbouring lines', 'a=1#x\nbc=22//y\n', 'a  = 1  #x\nbc = 22 //y\n'],
    ['counts grapheme clusters', 'é=1\n日本 = 2\nabc=3\n', 'é   = 1\n日本  = 2\nabc = 3\n'],
    ['indents by brackets, one level a line', 'a=[{\nb=1\n}]\n', 'a = [{\n  b = 1\n}]\n'],
    ['unwraps an interpolation that stands alone', 'a = "${var.x}"\n', 'a = var.x\n'],
    ['keeps one with text beside it', 'a = "${var.x}-"\n', 'a = "${var.x}-"\n'],
    ['keeps two of them', 'a = "${x}${y}"\n', 'a = "${x}${y}"\n'],
    ['adds parentheses to one of several lines', 'a = "${\nx\n+ y\n}"\n', 'a = (x\n+ y)\n'],
    ['renews legacy types', 'variable "x" {\n  type = "map"\n}\n', 'variable "x" {\n  type = map(string)\n}\n'],
    ['completes collection types', 'variable "x" {\n  type = list\n}\n', 'variable "x" {\n  type = list(any)\n}\n'],
    ['leaves types elsewhere', 'output "x" {\n  type = list\n}\n', 'output "x" {\n  type = list\n}\n'],
    ['quotes labels', 'resource a b {}\n', 'resource "a" "b" {}\n'],
    ['escapes labels anew', 'b "\\u00e9\t" {}\n', 'b "é\\t" {}\n'],
    ['loses comments between labels', 'b /* 1 */ "x" /* 2 */ "y" /* 3 */ {}\n', 'b "x" "y" /* 3 */ {}\n'],
    ['loses labels with template marks', 'b "a$b" "c" {}\n', 'b "c" {}\n'],
    ['keeps CRLF', 'a=1\r\nbc=2 # x\r\n', 'a  = 1\r\nbc = 2 # x\r\n'],
    ['keeps a missing final newline', 'a=1', 'a = 1'],
    ['keeps spaces before the end', 'a=1\n \t', 'a = 1\n  '],
    ['drops a byte order mark', '\uFEFFa=1\n', 'a = 1\n'],
    ['tells negation from subtraction', 'a = - 1\nb = 1-x\nc = [- 1]\n', 'a = -1\nb = 1 - x\nc = [-1]\n'],
    ['keeps text of heredocs', 'a=<<EOT\n  x\n\ty\nEOT\n', 'a = <<EOT\n  x\n\ty\nEOT\n'],
  ])('%s', (_, before, after) => {
    expect(format(before)).toBe(after);
  });

  it('answers with diagnostics for text that does not parse', () => {
    const result = format('a = \n');
    expect(typeof result === 'string' ? [] : result.map(({ summary }) => summary)).toEqual(['Invalid expression']);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(configArbitrary, (text) => {
        const once = format(text);
        expect(typeof once === 'string' && format(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('changes only spaces', () => {
    fc.assert(
      fc.property(configArbitrary, (text) => {
        const formatted = format(text);
        expect(typeof formatted === 'string' && tokensOf(formatted)).toEqual(tokensOf(text));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and gives text or errors', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (parts) => {
        const result = format(parts.join(''));
        expect(typeof result === 'string' || result.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What a text that is hard to read is made of. */
const PIECES: readonly string[] = ['<<E\n', '${', '%{', '\n', '\r', '\t', 'é', ...'{}[]()"$%=#/*<- ab1.,:'.split('')];

function tokensOf(text: string): readonly string[] {
  const tokens = scanTokens(new SourceFile('main.tf', text), 'config');
  const texts: string[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const type = tokens.types[token];
    if (type === Token.EOF) continue;
    texts.push(text.slice(tokens.starts[token], tokens.ends[token]));
  }
  return texts;
}
