import type { TokenStream } from '../syntax/scanner.ts';
import * as Token from '../syntax/token.ts';
import { countClusters } from '../text/grapheme.ts';

/**
 * Tokens in columns, as the formatter works on them; the last one is the end of the file.
 * A token of the text is `text.slice(starts[i], ends[i])`; one that the formatter made has a negative start, see `made`.
 */
export interface TokenTable {
  readonly text: string;
  readonly count: number;
  readonly types: ArrayLike<number>;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Spaces before each token: what the layout decides. Spaces before the end of the file are kept from the text. */
  readonly spaces: Int32Array;
  /** Texts of made tokens: number n is the token whose start is -1 - n. */
  readonly made: readonly string[];
}

/** A change of the token sequence: from `at` on, `remove` tokens go and `insert` comes instead. */
export interface TokenChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly MadeToken[];
}

export interface MadeToken {
  readonly type: number;
  readonly text: string;
}

/** @param changes  in order of `at`, not overlapping */
export function tokenTable(text: string, tokens: TokenStream, changes: readonly TokenChange[]): TokenTable {
  let count = tokens.count;
  for (const change of changes) count += change.insert.length - change.remove;
  const spaces = new Int32Array(count);
  spaces[count - 1] = spacesBeforeEnd(text, tokens);
  if (changes.length === 0) {
    return { text, count, types: tokens.types, starts: tokens.starts, ends: tokens.ends, spaces, made: [] };
  }

  const types = new Int32Array(count);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const made: string[] = [];
  let to = 0;
  let from = 0;
  const copyUntil = (end: number): void => {
    for (; from < end; from++, to++) {
      types[to] = tokens.types[from] ?? 0;
      starts[to] = tokens.starts[from] ?? 0;
      ends[to] = tokens.ends[from] ?? 0;
    }
  };
  for (const change of changes) {
    copyUntil(change.at);
    for (const token of change.insert) {
      types[to] = token.type;
      starts[to] = -1 - made.length;
      made.push(token.text);
      to++;
    }
    from += change.remove;
  }
  copyUntil(tokens.count);
  return { text, count, types, starts, ends, spaces, made };
}

/** A byte order mark that is alone in its file counts as three spaces, one for each byte, as in `terraform fmt` 1.11.4. */
function spacesBeforeEnd(text: string, tokens: TokenStream): number {
  const last = tokens.count - 1;
  const end = tokens.starts[last] ?? 0;
  if (last > 0) return end - (tokens.ends[last - 1] ?? 0);
  return text.charCodeAt(0) === 0xfeff ? end + 2 : end;
}

export function typeAt(table: TokenTable, token: number): number {
  return table.types[token] ?? Token.NIL;
}

export function tokenText(table: TokenTable, token: number): string {
  const start = table.starts[token] ?? 0;
  return start < 0 ? (table.made[-1 - start] ?? '') : table.text.slice(start, table.ends[token]);
}

/** A newline, or a comment that takes its newline with it. */
export function endsLine(table: TokenTable, token: number): boolean {
  const type = typeAt(table, token);
  if (type === Token.NEWLINE) return true;
  return type === Token.COMMENT && table.text.charCodeAt((table.ends[token] ?? 0) - 1) === LINE_FEED;
}

const LINE_FEED = 0x0a;

/** How wide tokens [start, end) are with the spaces before them, in grapheme clusters; every token is counted for itself. */
export function countColumns(table: TokenTable, start: number, end: number): number {
  let columns = 0;
  for (let token = start; token < end; token++) {
    columns += table.spaces[token] ?? 0;
    const from = table.starts[token] ?? 0;
    if (from < 0) {
      const text = tokenText(table, token);
      columns += countClusters(text, 0, text.length);
    } else {
      columns += countClusters(table.text, from, table.ends[token] ?? 0);
    }
  }
  return columns;
}

/** The text of all tokens with the spaces before them. Stretches that are already spaced so are copied whole. */
export function printTable(table: TokenTable): string {
  const { text, starts, ends, spaces } = table;
  const parts: string[] = [];
  let runStart = 0;
  let runEnd = 0;
  for (let token = 0; token < table.count; token++) {
    const start = starts[token] ?? 0;
    const wanted = spaces[token] ?? 0;
    if (start < 0) {
      parts.push(text.slice(runStart, runEnd), ' '.repeat(wanted), tokenText(table, token));
      runStart = runEnd;
      // The next token of the text is spaced from this one, so the run begins anew with it.
      runEnd = -1;
      runStart = -1;
      continue;
    }
    if (runEnd < 0 || !isSpacedSo(text, runEnd, start, wanted)) {
      if (runEnd >= 0) parts.push(text.slice(runStart, runEnd));
      parts.push(' '.repeat(wanted));
      runStart = start;
    }
    runEnd = ends[token] ?? 0;
  }
  if (runEnd >= 0) parts.push(text.slice(runStart, runEnd));
  return parts.join('');
}

function isSpacedSo(text: string, start: number, end: number, wanted: number): boolean {
  if (end - start !== wanted) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}
