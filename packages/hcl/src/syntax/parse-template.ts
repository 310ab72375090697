import { flushHeredoc } from './flush-heredoc.ts';
import { PlainString } from './nodes.ts';
import { OPPOSITE, type Parser } from './parser.ts';
import { readTemplateParts } from './read-template-parts.ts';
import { hasBackslash } from './string-literal.ts';
import type { TemplatePart, TemplateParts } from './template-part.ts';
import { buildTemplate } from './template-tree.ts';
import * as Token from './token.ts';
import type { Expression } from './tree.ts';

/** A quoted template or a heredoc. The next token is its opening mark. */
export function parseQuotedTemplate(p: Parser): Expression {
  const isQuote = p.nextType === Token.OQUOTE;
  const open = p.read();
  if (isQuote && p.nextType === Token.QUOTED_LIT) {
    const plain = parsePlainString(p, open);
    if (plain !== undefined) return plain;
  }

  const closer = OPPOSITE[isQuote ? Token.OQUOTE : Token.OHEREDOC] ?? Token.NIL;
  const isFlush = !isQuote && p.text.charCodeAt(p.startOf(open) + 2) === 0x2d;
  const template = readTemplateParts(p, closer);
  const expressions = finishTemplate(p, template, isFlush);
  const range = p.rangeBetween(open, p.previous);
  return wrapTemplate(template, expressions, range.start, range.end);
}

/** A whole text as a template: a template file, or a string of JSON syntax. */
export function parseBareTemplate(p: Parser): Expression {
  const template = readTemplateParts(p, Token.EOF);
  return wrapTemplate(template, finishTemplate(p, template, false), template.range.start, template.range.end);
}

/** The common case: a string that is one piece of text without escapes. */
function parsePlainString(p: Parser, open: number): Expression | undefined {
  const literal = p.next;
  if (p.typeOf(literal + 1) !== Token.CQUOTE) return undefined;
  const { text } = p;
  const start = p.startOf(literal);
  const end = p.endOf(literal);
  const first = text.charCodeAt(start);
  if (first === 0x24 || first === 0x25 || hasBackslash(text, start, end)) return undefined;
  p.read();
  return new PlainString(p.file, p.startOf(open), p.endOf(p.read()));
}

function finishTemplate(p: Parser, template: TemplateParts, isFlush: boolean): readonly Expression[] {
  if (isFlush) flushHeredoc(template.parts);
  joinLiterals(template.parts);
  return buildTemplate(p, template.parts);
}

/** A template that is one interpolation and nothing else lets values of any type through. */
function wrapTemplate(
  { parts, range }: TemplateParts,
  expressions: readonly Expression[],
  start: number,
  end: number,
): Expression {
  const wrapped = expressions[0];
  if (parts.length === 2 && parts[0]?.kind === 'interpolation' && wrapped !== undefined) {
    return { kind: 'templateWrap', file: range.file, start, end, wrapped };
  }
  return { kind: 'template', file: range.file, start, end, parts: expressions };
}

/** Makes one literal of neighbouring ones, in place. */
function joinLiterals(parts: TemplatePart[]): void {
  let kept = 0;
  for (let i = 0; i < parts.length; ) {
    const part = parts[i];
    if (part === undefined) break;
    parts[kept++] = part;
    i++;
    if (part.kind !== 'literal' || parts[i]?.kind !== 'literal') continue;
    const values = [part.value];
    for (let next = parts[i]; next?.kind === 'literal'; next = parts[++i]) {
      values.push(next.value);
      part.end = next.end;
    }
    part.value = values.join('');
  }
  parts.length = kept;
}
