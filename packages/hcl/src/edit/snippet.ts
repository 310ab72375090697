import { parseConfig } from '../syntax/parse.ts';
import type { TokenStream } from '../syntax/scanner.ts';
import { scanTokens } from '../syntax/scanner.ts';
import * as Token from '../syntax/token.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { itemsOf } from './body-place.ts';
import type { Item } from './change.ts';
import { formatConfig } from './format.ts';
import { isBlank } from './white-space.ts';

/** HCL given by a caller, formatted and ready to be put in a place; `problem` says why it cannot be. */
export type Snippet =
  | {
      readonly kind: 'snippet';
      readonly text: string;
      readonly items: readonly Item[];
      readonly endsWithHeredoc: boolean;
    }
  | { readonly kind: 'invalid'; readonly problem: string };

/**
 * Formats attributes and blocks. What they are indented by in common is dropped, as text in a template of TypeScript is indented with the
 * code around it. The answer has no line ending at its end and `\n` inside.
 */
export function readItems(hclText: string): Snippet {
  const formatted = formatConfig(dedent(hclText));
  if (formatted.kind === 'invalid') return invalid(formatted.diagnostics);
  if (formatted.losesCode) return { kind: 'invalid', problem: 'Formatting would lose a label or a comment' };
  const text = formatted.text.replace(/\n+$/, '');
  const { body } = parseConfig(new SourceFile('', text)).parsed;
  const items = itemsOf(body);
  if (items.length === 0) return { kind: 'invalid', problem: 'There is no attribute or block in it' };
  return { kind: 'snippet', text, items, endsWithHeredoc: false };
}

/** Formats one expression. */
export function readExpression(expressionText: string): Snippet {
  const formatted = formatConfig(`x = ${dedent(expressionText).trim()}\n`);
  if (formatted.kind === 'invalid') return invalid(formatted.diagnostics);
  const file = new SourceFile('', formatted.text);
  const { body } = parseConfig(file).parsed;
  const attribute = body.attributes[0];
  if (attribute === undefined || body.attributes.length + body.blocks.length !== 1) {
    return { kind: 'invalid', problem: 'It is more than one expression' };
  }
  const { start, end } = attribute.expression;
  if (end !== formatted.text.length - 1) return { kind: 'invalid', problem: 'A comment stands behind it' };
  const text = formatted.text.slice(start, end);
  return { kind: 'snippet', text, items: [attribute], endsWithHeredoc: endsWithHeredoc(scanTokens(file, 'config')) };
}

/**
 * Puts an indentation before the lines of formatted text and gives them a line ending. Lines of a heredoc keep theirs, unless it is a
 * `<<-` heredoc, whose value does not depend on it; so do lines of block comments.
 * @param firstLine  whether the first line is indented too
 */
export function indentLines(text: string, indent: string, lineEnding: string, firstLine: boolean): string {
  if (!text.includes('\n')) return firstLine ? indent + text : text;
  const tokens = scanTokens(new SourceFile('', text), 'config');
  const parts: string[] = firstLine ? [indent] : [];
  const heredocs: boolean[] = [];
  let start = 0;
  for (let token = 0; token < tokens.count; token++) {
    const end = tokens.ends[token] ?? 0;
    const type = tokens.types[token] ?? Token.NIL;
    if (type === Token.OHEREDOC) heredocs.push(text.startsWith('<<-', tokens.starts[token] ?? 0));
    if (type === Token.CHEREDOC) heredocs.pop();
    if (end === 0 || end === text.length || text.charCodeAt(end - 1) !== 0x0a) continue;
    parts.push(text.slice(start, end));
    start = end;
    const isText = type === Token.OHEREDOC || type === Token.STRING_LIT;
    if ((!isText || heredocs.at(-1) === true) && text.charCodeAt(end) !== 0x0a) parts.push(indent);
  }
  parts.push(text.slice(start));
  const indented = parts.join('');
  return lineEnding === '\n' ? indented : indented.replaceAll('\n', lineEnding);
}

/** Whether two pieces of native syntax have the same tokens, whatever their spaces, newlines and comments. */
export function isSameCode(first: string, second: string): boolean {
  if (first === second) return true;
  const a = significantTokens(first);
  const b = significantTokens(second);
  return a.length === b.length && a.every((token, index) => token === b[index]);
}

function significantTokens(text: string): readonly string[] {
  const tokens = scanTokens(new SourceFile('', text), 'config');
  const found: string[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const type = tokens.types[token];
    if (type === Token.NEWLINE || type === Token.COMMENT || type === Token.EOF) continue;
    found.push(text.slice(tokens.starts[token], tokens.ends[token]).replaceAll('\r\n', '\n'));
  }
  return found;
}

function endsWithHeredoc(tokens: TokenStream): boolean {
  for (let token = tokens.count - 1; token >= 0; token--) {
    const type = tokens.types[token];
    if (type !== Token.EOF && type !== Token.NEWLINE) return type === Token.CHEREDOC;
  }
  return false;
}

/** Line feeds only, no blank lines around, and less indentation by what all lines have. */
function dedent(text: string): string {
  const all = text.replaceAll('\r\n', '\n').split('\n');
  const lines = all.slice(Math.max(0, all.findIndex(hasText)), all.findLastIndex(hasText) + 1);
  let common: string | undefined;
  for (const line of lines) {
    if (!hasText(line)) continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (common === undefined || indent.length < common.length) common = indent;
  }
  const width = common?.length ?? 0;
  return `${lines.map((line) => line.slice(Math.min(width, line.length - line.trimStart().length))).join('\n')}\n`;
}

function invalid(diagnostics: readonly Diagnostic[]): Snippet {
  return { kind: 'invalid', problem: diagnostics[0]?.summary ?? 'Syntax error' };
}

function hasText(line: string): boolean {
  return !isBlank(line, 0, line.length);
}
