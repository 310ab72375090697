import { clusterEnd } from '../../text/grapheme.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { characterLength } from '../../text/utf8.ts';

/** Types of JSON tokens; punctuation marks are their own character codes. */
export const EOF = 0;
export const OBRACE = 0x7b;
export const CBRACE = 0x7d;
export const OBRACK = 0x5b;
export const CBRACK = 0x5d;
export const COMMA = 0x2c;
export const COLON = 0x3a;
/** Not JSON; known so that it can be explained. */
export const EQUALS = 0x3d;
export const STRING = 1;
export const NUMBER = 2;
export const KEYWORD = 3;
/** A character that begins nothing; `EOF` follows it. */
export const INVALID = 4;

export interface JsonTokens {
  readonly file: SourceFile;
  /** `EOF` included; the arrays may be longer. */
  readonly count: number;
  readonly types: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Splits a JSON text as hashicorp/hcl (json/scanner.go) does: numbers, words and strings are taken loosely, the parser checks them.
 * Stops at the first character that begins nothing.
 */
export function scanJson(file: SourceFile): JsonTokens {
  const { text } = file;
  const { length } = text;
  let capacity = (length >> 2) + 16;
  let types = new Uint8Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let count = 0;
  let at = 0;
  for (let type = -1; type !== EOF; ) {
    at = skipSpace(text, at);
    const start = at;
    if (at >= length || type === INVALID) {
      type = EOF;
    } else {
      const unit = text.charCodeAt(at);
      type = TYPE_OF_FIRST[unit] ?? INVALID;
      if (type === STRING) at = endOfString(text, at);
      else if (type === NUMBER) at = skipWhile(text, at, IN_NUMBER);
      else if (type === KEYWORD) at = skipWhile(text, at, IN_KEYWORD);
      else at += type === INVALID ? Math.max(1, characterLength(text, at)) : 1;
    }
    if (count + 1 >= capacity) {
      capacity *= 2;
      types = grown(types, new Uint8Array(capacity));
      starts = grown(starts, new Int32Array(capacity));
      ends = grown(ends, new Int32Array(capacity));
    }
    types[count] = type;
    starts[count] = start;
    ends[count] = at;
    count++;
    if (type === INVALID) {
      // Nothing behind it is looked at.
      starts[count] = ends[count] = at;
      types[count] = EOF;
      count++;
      break;
    }
  }
  return { file, count, types, starts, ends };
}

function grown<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

const TYPE_OF_FIRST = new Uint8Array(128).fill(INVALID);
const IN_NUMBER = new Uint8Array(128);
const IN_KEYWORD = new Uint8Array(128);
for (const character of '{}[],:=') TYPE_OF_FIRST[character.charCodeAt(0)] = character.charCodeAt(0);
for (const character of '-+.0123456789') TYPE_OF_FIRST[character.charCodeAt(0)] = NUMBER;
for (const character of '-+.0123456789eE') IN_NUMBER[character.charCodeAt(0)] = 1;
for (let unit = 0x41; unit <= 0x5a; unit++) {
  TYPE_OF_FIRST[unit] = TYPE_OF_FIRST[unit + 0x20] = KEYWORD;
  IN_KEYWORD[unit] = IN_KEYWORD[unit + 0x20] = 1;
}
IN_KEYWORD[0x5f] = 1;
TYPE_OF_FIRST[0x22] = STRING;

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x09 && unit !== 0x0d) return at;
    at++;
  }
}

function skipWhile(text: string, start: number, classes: Uint8Array): number {
  let at = start;
  while (classes[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** Behind the closing quote, or at a control character. Goes cluster by cluster, so a mark that joins the quote hides it. */
function endOfString(text: string, start: number): number {
  const { length } = text;
  let at = start + 1;
  let isEscaping = false;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) {
      isEscaping = !isEscaping;
      at++;
    } else if (unit === 0x22) {
      at++;
      if (!isEscaping) return at;
      isEscaping = false;
    } else if (unit < 0x20) {
      return at;
    } else {
      at = unit < 0x80 && text.charCodeAt(at + 1) < 0x80 ? at + 1 : clusterEnd(text, at, length);
      isEscaping = false;
    }
  }
  return at;
}
