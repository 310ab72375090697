import { clusterEnd } from './grapheme.ts';
import type { Range } from './range.ts';
import { decodeUtf8, utf8Length } from './utf8.ts';

/** A place in a file as hashicorp/hcl counts it. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in grapheme clusters. */
  readonly column: number;
  /** From 0, in bytes of the UTF-8 encoding. */
  readonly byte: number;
}

/**
 * Where tokens begin and end. Columns are counted token by token as hashicorp/hcl does, which matters only where a combining mark
 * begins a token. `whitespace` says how space between tokens is counted.
 */
export interface TokenBounds {
  readonly syntax: 'native' | 'json';
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The bounds of the first `count` tokens, copied at their exact size. */
export function boundsOfTokens(
  syntax: TokenBounds['syntax'],
  { count, starts, ends }: Omit<TokenBounds, 'syntax'>,
): TokenBounds {
  return { syntax, count, starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

export interface SourceFileOptions {
  /** Where the text begins, for a text that is part of another file: lines, columns and bytes go on from there. */
  readonly origin?: Position;
  /** The piece of the other file that holds this text, for example a string of a JSON file. */
  readonly container?: Range;
}

const FILE_START: Position = { line: 1, column: 1, byte: 0 };
const BYTE_ORDER_MARK = 0xfeff;

const PLAIN = 1;
const NOT_PLAIN = 2;
const NOWHERE = { index: -1, offset: 0, columns: 0, bytes: 0 };

/**
 * A text with a name. Offsets are UTF-16 code units from 0; lines, columns and bytes are computed when asked for, from an index that
 * is built on first use. A byte order mark stays in the text; it takes three bytes and no column.
 */
export class SourceFile {
  /** As the user wrote it or the file system gave it; shown in reports. */
  readonly name: string;
  readonly text: string;
  readonly origin: Position;
  readonly container: Range | undefined;
  /** Set by the parser for files that are not plain ASCII, or JSON. */
  tokenBounds: TokenBounds | undefined = undefined;
  private lineStarts: Int32Array | undefined = undefined;
  private lineBytes: Int32Array | undefined = undefined;
  private plainLines: Uint8Array | undefined = undefined;
  private known: { index: number; offset: number; columns: number; bytes: number } = NOWHERE;

  constructor(name: string, text: string, options: SourceFileOptions = {}) {
    this.name = name;
    this.text = text;
    this.origin = options.origin ?? FILE_START;
    this.container = options.container;
  }

  /** Bytes that are not UTF-8 are kept, see `utf8.ts`; the parser reports them. */
  static fromBytes(name: string, bytes: Uint8Array): SourceFile {
    return new SourceFile(name, decodeUtf8(bytes));
  }

  /** @param offset in UTF-16 code units; anything outside the text is taken to its nearest end */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const index = this.lineIndexOf(at);
    const { line, column, byte } = this.origin;
    const { columns, bytes } = this.measure(index, at);
    return {
      line: line + index,
      column: index === 0 ? column + columns : columns + 1,
      byte: byte + this.bytesBeforeLine(index) + bytes,
    };
  }

  /** The line of an offset, from 1 (or from the line of `origin`). */
  lineOf(offset: number): number {
    return this.origin.line + this.lineIndexOf(offset);
  }

  /** How many lines there are; a text that ends with a newline has an empty last line. */
  get lineCount(): number {
    return this.starts().length;
  }

  /** @param line as `lineOf` counts; @returns its text without the line ending, or '' for a line that does not exist */
  lineText(line: number): string {
    const index = line - this.origin.line;
    const starts = this.starts();
    if (index < 0 || index >= starts.length) return '';
    const start = this.startOfLine(index);
    let end = index + 1 < starts.length ? this.startOfLine(index + 1) - 1 : this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === 0x0d && index + 1 < starts.length) end--;
    return this.text.slice(index === 0 && this.hasByteOrderMark() ? start + 1 : start, end);
  }

  /** Offset of the first unit of a line, in UTF-16 code units. */
  lineStart(line: number): number {
    return this.startOfLine(line - this.origin.line);
  }

  hasByteOrderMark(): boolean {
    return this.text.charCodeAt(0) === BYTE_ORDER_MARK;
  }

  private startOfLine(index: number): number {
    return this.starts()[index] ?? 0;
  }

  private lineIndexOf(offset: number): number {
    const starts = this.starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Columns and bytes from the start of a line to an offset in it. */
  private measure(index: number, offset: number): { columns: number; bytes: number } {
    const lineStart = this.startOfLine(index);
    if (this.isPlainLine(index)) return { columns: offset - lineStart, bytes: offset - lineStart };
    // Positions of one line are mostly asked for from left to right; a line may be megabytes long.
    const { known } = this;
    const from = known.index === index && known.offset <= offset ? known : { offset: lineStart, columns: 0, bytes: 0 };
    const boundary = Math.max(from.offset, this.tokenStartBefore(offset));
    const columns = from.columns + this.columnsBetween(from.offset, boundary);
    const bytes = from.bytes + utf8Length(this.text, from.offset, boundary);
    this.known = { index, offset: boundary, columns, bytes };
    return {
      columns: columns + this.columnsBetween(boundary, offset),
      bytes: bytes + utf8Length(this.text, boundary, offset),
    };
  }

  /** A line where units, columns and bytes are the same. */
  private isPlainLine(index: number): boolean {
    this.plainLines ??= new Uint8Array(this.starts().length);
    if (this.plainLines[index] === 0) {
      const end = index + 1 < this.starts().length ? this.startOfLine(index + 1) : this.text.length;
      const isJson = this.tokenBounds?.syntax === 'json';
      this.plainLines[index] = isPlain(this.text, this.startOfLine(index), end, isJson) ? PLAIN : NOT_PLAIN;
    }
    return this.plainLines[index] === PLAIN;
  }

  private tokenStartBefore(offset: number): number {
    const { tokenBounds } = this;
    if (tokenBounds === undefined) return 0;
    const token = firstEndingAfter(tokenBounds.ends, tokenBounds.count, offset);
    return Math.min(offset, token < tokenBounds.count ? (tokenBounds.starts[token] ?? 0) : offset);
  }

  private starts(): Int32Array {
    if (this.lineStarts !== undefined) return this.lineStarts;
    let count = 1;
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) count++;
    const starts = new Int32Array(count);
    let index = 1;
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts[index++] = at + 1;
    this.lineStarts = starts;
    return starts;
  }

  private bytesBeforeLine(index: number): number {
    if (this.lineBytes === undefined) {
      const starts = this.starts();
      const bytes = new Int32Array(starts.length);
      for (let i = 1; i < starts.length; i++) {
        bytes[i] = (bytes[i - 1] ?? 0) + utf8Length(this.text, starts[i - 1] ?? 0, starts[i] ?? 0);
      }
      this.lineBytes = bytes;
    }
    return this.lineBytes[index] ?? 0;
  }

  /** Columns between two offsets of a line, the first at its start or at the start of a token. */
  private columnsBetween(from: number, offset: number): number {
    const { text, tokenBounds } = this;
    const start = from === 0 && this.hasByteOrderMark() ? Math.min(1, offset) : from;
    if (tokenBounds === undefined) return clustersBefore(text, start, offset, text.length);

    const { count, starts, ends } = tokenBounds;
    let columns = 0;
    let at = start;
    for (let i = firstEndingAfter(ends, count, start); at < offset && i < count; i++) {
      const tokenStart = starts[i] ?? 0;
      const tokenEnd = ends[i] ?? 0;
      if (tokenStart > at) {
        const gapEnd = Math.min(tokenStart, offset);
        columns += this.gapColumns(at, gapEnd);
        at = gapEnd;
      }
      if (at < offset && tokenEnd > at) {
        const end = Math.min(tokenEnd, offset);
        columns +=
          tokenBounds.syntax === 'json' && text.charCodeAt(tokenStart) === 0x22
            ? jsonStringColumns(text, at, end, tokenEnd)
            : clustersBefore(text, at, end, tokenEnd);
        at = end;
      }
    }
    return columns + this.gapColumns(at, offset);
  }

  private gapColumns(start: number, end: number): number {
    if (this.tokenBounds?.syntax !== 'json') return end - start;
    let columns = 0;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      columns += unit === 0x09 ? 2 : unit === 0x0d ? 0 : 1; // as hashicorp/hcl's JSON scanner counts white space
    }
    return columns;
  }
}

function isPlain(text: string, start: number, end: number, isJson: boolean): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) return false;
    if (isJson && (unit === 0x09 || unit === 0x0d)) return false;
  }
  return true;
}

/** Clusters that begin before `offset`; the text is split up to `limit`. */
function clustersBefore(text: string, start: number, offset: number, limit: number): number {
  let count = 0;
  for (let at = start; at < offset; count++) at = clusterEnd(text, at, limit);
  return count;
}

/** In a JSON string a backslash is always a column of its own. */
function jsonStringColumns(text: string, start: number, offset: number, limit: number): number {
  let count = 0;
  for (let at = start; at < offset; count++) {
    const unit = text.charCodeAt(at);
    at = unit === 0x5c || unit === 0x22 ? at + 1 : clusterEnd(text, at, limit);
  }
  return count;
}

/** Index of the first token that ends behind `offset`. */
function firstEndingAfter(ends: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
