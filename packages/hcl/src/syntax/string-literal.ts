import { goQuote } from '../text/go-quote.ts';
import { countClusters } from '../text/grapheme.ts';
import type { PositionedRange, Range } from '../text/range.ts';
import type { Position } from '../text/source-file.ts';
import { characterLength, replaceBadBytes } from '../text/utf8.ts';
import type { Problem } from './problem.ts';

/** Receives what is wrong with an escape sequence. */
export type ReportProblem = (problem: Problem, subject: Range) => void;

const BACKSLASH = 0x5c;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/**
 * The text that a token of literal text stands for: escapes resolved, `$${` and `%%{` made `${` and `%{`.
 * Parts with a wrong escape are reported and kept as written. hashicorp/hcl: `ParseStringLiteralToken`.
 * @param range  of a `QUOTED_LIT` (`isQuoted`, backslash escapes count) or `STRING_LIT` token
 */
export function readStringLiteral(range: Range, isQuoted: boolean, report: ReportProblem): string {
  const { text } = range.file;
  const first = text.charCodeAt(range.start);
  const isSign = first === 0x24 || first === 0x25;
  const raw = text.slice(range.start, range.end);
  // The scanner gives `$` and `%` tokens of their own.
  if (isSign) {
    const isEscape = raw.charCodeAt(1) === first && raw.charCodeAt(2) === 0x7b;
    return isEscape ? raw.slice(1) : replaceBadBytes(raw);
  }
  if (!isQuoted) return replaceBadBytes(unescapeSequences(raw));
  const escape = raw.indexOf('\\');
  return replaceBadBytes(escape < 0 ? raw : resolveEscapes(range, raw, escape, report));
}

/** For the one token that can hold more than text: the rest of a template behind a lone carriage return, where the scanner gives up. */
function unescapeSequences(raw: string): string {
  if (!raw.includes('$${') && !raw.includes('%%{')) return raw;
  let text = '';
  for (let at = 0; at < raw.length; ) {
    const unit = raw.charCodeAt(at);
    const isPair = (unit === 0x24 || unit === 0x25) && raw.charCodeAt(at + 1) === unit;
    if (isPair && raw.charCodeAt(at + 2) === 0x7b) at++;
    else if (isPair) text += raw.charAt(at++);
    text += raw.charAt(at++);
  }
  return text;
}

function resolveEscapes(range: Range, raw: string, firstEscape: number, report: ReportProblem): string {
  const pieces: string[] = [];
  // hashicorp/hcl counts the columns of each piece by itself, so a combining mark behind an escape is a column.
  const countsColumns = hasWideCharacters(raw);
  let column = 0;
  let copied = 0;
  let at = firstEscape;
  while (at >= 0) {
    pieces.push(raw.slice(copied, at));
    const end = endOfEscape(raw, at);
    if (countsColumns) column += countClusters(raw, copied, at);
    const width = countsColumns ? countClusters(raw, at, end) : 0;
    pieces.push(
      resolveEscape(raw, at, end, (detail) => {
        const place = { file: range.file, start: range.start + at, end: range.start + end };
        const subject = countsColumns ? withColumns(place, range.start, column, width) : place;
        report({ code: 'hcl/invalid-escape', summary: 'Invalid escape sequence', detail }, subject);
      }),
    );
    column += width;
    copied = end;
    at = raw.indexOf('\\', end);
  }
  pieces.push(raw.slice(copied));
  return pieces.join('');
}

function withColumns(place: Range, tokenStart: number, column: number, width: number): PositionedRange {
  const { file, start, end } = place;
  const first = file.position(tokenStart);
  const position = (offset: number, columns: number): Position => ({
    line: first.line,
    column: first.column + columns,
    byte: file.position(offset).byte,
  });
  return { ...place, startPosition: position(start, column), endPosition: position(end, column + width) };
}

function hasWideCharacters(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}

function endOfEscape(raw: string, start: number): number {
  const selector = raw.charAt(start + 1);
  if (selector !== 'u' && selector !== 'U') return Math.min(raw.length, start + 1 + characterLength(raw, start + 1));
  const limit = Math.min(raw.length, start + (selector === 'u' ? 6 : 10));
  let end = start + 2;
  while (end < limit && isHexDigit(raw.charCodeAt(end))) end++;
  return end;
}

function resolveEscape(raw: string, start: number, end: number, fail: (detail: string) => void): string {
  const selector = raw.charAt(start + 1);
  const simple = SIMPLE_ESCAPES[selector];
  if (simple !== undefined) return simple;
  if (selector !== 'u' && selector !== 'U') {
    const symbol = raw.slice(start + 1, end);
    fail(`The symbol ${goQuote(symbol)} is not a valid escape sequence selector.`);
    return symbol;
  }

  const written = raw.slice(start, end);
  if (selector === 'u' && written.length !== 6) {
    fail('The \\u escape sequence must be followed by four hexadecimal digits.');
    return written;
  }
  if (selector === 'U' && written.length !== 10) {
    fail('The \\U escape sequence must be followed by eight hexadecimal digits.');
    return written;
  }
  const point = Number.parseInt(written.slice(2), 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    fail(`Cannot encode character U+${point.toString(16).padStart(4, '0')} in UTF-8.`);
    return written;
  }
  return String.fromCodePoint(point);
}

function isHexDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);
}

/** Whether a piece of text holds a backslash. */
export function hasBackslash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === BACKSLASH) return true;
  return false;
}
