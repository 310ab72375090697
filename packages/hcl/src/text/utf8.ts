import { isLooseName, looseNameBytes } from './loose-name.ts';

/**
 * Bytes that are not UTF-8 are kept in a text as lone low surrogates, U+DC80 for byte 0x80 to U+DCFF for byte 0xFF,
 * so that offsets, lengths and bytes stay exact. No valid text holds such a unit.
 */
const BAD_BYTE_BASE = 0xdc00;

// The types of `TextDecoder` come with DOM or Node; this package is compiled with neither.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Decodes UTF-8; a byte order mark is kept as U+FEFF and every byte that is not UTF-8 becomes one unit, see above. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

function decodeBroken(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > start) pieces.push(decoder.decode(bytes.subarray(start, at)));
    const end = endOfBadBytes(bytes, at);
    for (; at < end; at++) pieces.push(unitFor(bytes[at] ?? 0));
    start = at;
  }
  if (at > start) pieces.push(decoder.decode(bytes.subarray(start, at)));
  return pieces.join('');
}

/** Where the scanner takes the bad byte and its neighbours for part of a name, a character cut by that is kept as bytes too. */
function endOfBadBytes(bytes: Uint8Array, bad: number): number {
  const nameEnd = bad + looseNameBytes(bytes[bad] ?? 0);
  if (nameEnd > bytes.length) return bad + 1;
  let end = bad + 1;
  while (end < nameEnd) end += Math.max(1, sequenceLength(bytes, end));
  if (end === nameEnd) return bad + 1;
  let sequence = 0;
  for (let at = bad; at < nameEnd; at++) sequence = sequence * 256 + (bytes[at] ?? 0);
  return isLooseName(sequence, false) ? Math.min(bytes.length, end) : bad + 1;
}

function unitFor(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : BAD_BYTE_BASE + byte);
}

/** @returns the length of the UTF-8 sequence at `at`, or 0 where there is none */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if (lead === 0xe0 && second < 0xa0) return 0; // overlong
    if (lead === 0xed && second > 0x9f) return 0; // surrogates
    return isContinuation(second) && isContinuation(bytes[at + 2] ?? 0) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if (lead === 0xf0 && second < 0x90) return 0; // overlong
    if (lead === 0xf4 && second > 0x8f) return 0; // past U+10FFFF
    return isContinuation(second) && isContinuation(bytes[at + 2] ?? 0) && isContinuation(bytes[at + 3] ?? 0) ? 4 : 0;
  }
  return 0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** @returns the byte that the unit stands for, or -1; the unit must not be the second half of a pair */
export function badByteOf(unit: number): number {
  return unit >= 0xdc80 && unit <= 0xdcff ? unit - BAD_BYTE_BASE : -1;
}

/**
 * How many units the character at `at` takes, as the scanner of hashicorp/hcl sees characters: it accepts every sequence with the
 * right number of continuation bytes, overlong ones and surrogates too.
 * @returns 0 where a byte begins no character
 */
export function characterLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return 1;
  if (unit < 0xdc00) {
    const next = text.charCodeAt(at + 1);
    return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
  }
  const lead = badByteOf(unit);
  if (lead < 0) return 1;
  const more = lead < 0xc0 || lead > 0xf7 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  if (more < 0) return 0;
  for (let i = 1; i <= more; i++) {
    const byte = badByteOf(text.charCodeAt(at + i));
    if (byte < 0 || byte > 0xbf) return 0;
  }
  return more + 1;
}

/** The length in bytes of a piece of text encoded as UTF-8; offsets in UTF-16 code units. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 2;
    else if (unit < 0xdc00 && i + 1 < end && text.charCodeAt(i + 1) >= 0xdc00 && text.charCodeAt(i + 1) <= 0xdfff) {
      bytes += 2;
      i++;
    } else if (badByteOf(unit) < 0) bytes += 2;
  }
  return bytes;
}

/** Writes U+FFFD for every bad byte and lone surrogate: what a value made of such a text holds. */
export function replaceBadBytes(text: string): string {
  let fixed = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const low = unit < 0xdc00 ? text.charCodeAt(i + 1) : 0;
    if (low >= 0xdc00 && low <= 0xdfff) {
      i++;
    } else {
      fixed += `${text.slice(copied, i)}\ufffd`;
      copied = i + 1;
    }
  }
  return copied === 0 ? text : fixed + text.slice(copied);
}
