import type { Diagnostic } from '../text/diagnostic.ts';
import { boundsOfTokens, type SourceFile } from '../text/source-file.ts';
import { reportInvalidTokens } from './invalid-tokens.ts';
import { parseBody } from './parse-body.ts';
import { parseExpression as parseExpressionAt } from './parse-expression.ts';
import { parseBareTemplate } from './parse-template.ts';
import { parseAbsoluteTraversal } from './parse-traversal.ts';
import { Parser } from './parser.ts';
import { PROBLEMS } from './problem.ts';
import { type ScanMode, scanTokens, type TokenStream } from './scanner.ts';
import * as Token from './token.ts';
import type { Body, Comment, Expression, ParsedFile, ScopeTraversal } from './tree.ts';

export interface ParsedConfig {
  readonly parsed: ParsedFile<Body>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a configuration file in native syntax. Never throws; what could not be read is left out and reported. */
export function parseConfig(file: SourceFile): ParsedConfig {
  const tokens = scan(file, 'config');
  const p = begin(tokens);
  const body = parseBody(p, Token.EOF);
  return { parsed: { file, body, comments: commentsOf(tokens) }, diagnostics: p.diagnostics };
}

export interface ParsedExpression {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a text that is one expression; newlines in it separate nothing. Never throws. */
export function parseExpression(file: SourceFile): ParsedExpression {
  const p = begin(scan(file, 'config'));
  p.pushNewlines(false);
  const expression = parseExpressionAt(p);
  if (p.nextType !== Token.EOF && !p.recovery) p.report(PROBLEMS.extraAfterExpression, p.rangeOf(p.next));
  return { expression, diagnostics: p.diagnostics };
}

/** Parses a text that is one template, such as a file for `templatefile`. Never throws. */
export function parseTemplate(file: SourceFile): ParsedExpression {
  const p = begin(scan(file, 'template'));
  const expression = parseBareTemplate(p);
  return { expression, diagnostics: p.diagnostics };
}

export interface ParsedTraversal {
  /** What could be read of it; undefined when not even the first name could. */
  readonly traversal: ScopeTraversal | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a text that is one reference with constant steps: `aws_s3_bucket.logs["a"].id`. Never throws. */
export function parseTraversal(file: SourceFile): ParsedTraversal {
  const p = begin(scan(file, 'config'));
  p.pushNewlines(false);
  return { traversal: parseAbsoluteTraversal(p), diagnostics: p.diagnostics };
}

function scan(file: SourceFile, mode: ScanMode): TokenStream {
  const tokens = scanTokens(file, mode);
  if (tokens.hasWideCharacters) file.tokenBounds = boundsOfTokens('native', tokens);
  return tokens;
}

function begin(tokens: TokenStream): Parser {
  const p = new Parser(tokens);
  reportInvalidTokens(tokens, p.diagnostics);
  return p;
}

function commentsOf(tokens: TokenStream): readonly Comment[] {
  const { file, count, types, starts, ends } = tokens;
  const comments: Comment[] = [];
  for (let i = 0; i < count; i++) {
    if (types[i] !== Token.COMMENT) continue;
    const start = starts[i] ?? 0;
    const end = endOfText(file.text, start, ends[i] ?? 0);
    comments.push({ file, start, end, text: file.text.slice(start, end) });
  }
  return comments;
}

/** The token of a line comment holds its newline; the comment does not. */
function endOfText(text: string, start: number, end: number): number {
  if (end <= start || text.charCodeAt(end - 1) !== 0x0a) return end;
  return end - 2 > start && text.charCodeAt(end - 2) === 0x0d ? end - 2 : end - 1;
}
