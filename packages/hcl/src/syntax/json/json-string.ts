import { badByteOf, utf8Length } from '../../text/utf8.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** What a JSON string says, or how many bytes of it Go's decoder reads before it refuses. */
export type DecodedString = { readonly value: string } | { readonly errorBytes: number };

/**
 * Decodes a string token as Go's encoding/json does: lone surrogates and bytes that are not UTF-8 become U+FFFD.
 * @param token  begins with a quote; may lack the closing one
 */
export function decodeJsonString(token: string): DecodedString {
  if (token.length > 1 && token.indexOf('"', 1) === token.length - 1 && isPlain(token)) {
    return { value: token.slice(1, -1) };
  }
  const pieces: string[] = [];
  let at = 1;
  const failAt = (offset: number): DecodedString => ({
    errorBytes: utf8Length(token, 0, Math.min(offset, token.length)) + 1,
  });
  for (;;) {
    if (at >= token.length) return { errorBytes: utf8Length(token, 0, token.length) };
    const unit = token.charCodeAt(at);
    if (unit === 0x22) break;
    if (unit < 0x20) return failAt(at);
    if (unit !== 0x5c) {
      const length = isPair(token, at) ? 2 : 1;
      pieces.push(length === 1 && isSurrogate(unit) ? '\ufffd' : token.slice(at, at + length));
      at += length;
      continue;
    }
    const selector = token.charAt(at + 1);
    const simple = ESCAPES[selector];
    if (simple !== undefined) {
      pieces.push(simple);
      at += 2;
      continue;
    }
    if (selector !== 'u') return at + 1 >= token.length ? unfinished(token) : failAt(at + 1);
    const bad = badHexDigit(token, at + 2);
    if (bad >= 0) return bad >= token.length ? unfinished(token) : failAt(bad);
    const code = hexAt(token, at + 2);
    at += 6;
    if (!isSurrogate(code)) {
      pieces.push(String.fromCharCode(code));
      continue;
    }
    const low = token.startsWith('\\u', at) && badHexDigit(token, at + 2) < 0 ? hexAt(token, at + 2) : 0;
    if (code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
      pieces.push(String.fromCharCode(code, low));
      at += 6;
    } else {
      pieces.push('\ufffd');
    }
  }
  // The scanner may have taken more than the string where a mark hid its closing quote.
  for (at++; at < token.length; at++) {
    const unit = token.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return failAt(at);
  }
  return { value: pieces.join('') };
}

function unfinished(token: string): DecodedString {
  return { errorBytes: utf8Length(token, 0, token.length) };
}

function isPlain(token: string): boolean {
  for (let i = 1; i < token.length - 1; i++) {
    const unit = token.charCodeAt(i);
    if (unit < 0x20 || unit === 0x5c || isSurrogate(unit)) return false;
  }
  return true;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff && badByteOf(high) < 0;
}

/** @returns the offset of the first of four places that holds no hexadecimal digit, or -1 */
function badHexDigit(text: string, start: number): number {
  for (let at = start; at < start + 4; at++) {
    const unit = text.charCodeAt(at) | 0x20;
    const isHex = (unit >= 0x30 && unit <= 0x39 && text.charCodeAt(at) >= 0x30) || (unit >= 0x61 && unit <= 0x66);
    if (at >= text.length || !isHex) return at;
  }
  return -1;
}

function hexAt(text: string, at: number): number {
  return Number.parseInt(text.slice(at, at + 4), 16);
}
