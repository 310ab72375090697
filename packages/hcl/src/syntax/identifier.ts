import { isLooseName, looseNameBytes } from '../text/loose-name.ts';
import { type CodePointRanges, decodeRanges, hasCodePoint } from '../text/unicode-ranges.ts';
import { badByteOf, characterLength, utf8Length } from '../text/utf8.ts';
import { IDENTIFIER_CONTINUE, IDENTIFIER_START } from './identifier-table.ts';

let startRanges: CodePointRanges | undefined;
let continueRanges: CodePointRanges | undefined;

/**
 * How many units the character at `at` takes if a name may begin with it (`isFirst`) or go on with it, else 0.
 * For characters outside ASCII only; hashicorp/hcl v2.23.0 knows Unicode 9.0.
 */
export function identifierPartLength(text: string, at: number, isFirst: boolean): number {
  const point = text.codePointAt(at) ?? 0;
  if (badByteOf(point) >= 0) return looseLength(text, at, isFirst);
  if (isFirst) {
    startRanges ??= decodeRanges(IDENTIFIER_START);
    if (!hasCodePoint(startRanges, point)) return 0;
  } else {
    continueRanges ??= decodeRanges(IDENTIFIER_CONTINUE);
    if (!hasCodePoint(continueRanges, point)) return 0;
  }
  return point > 0xffff ? 2 : 1;
}

/** For bytes that are no UTF-8, see `loose-name.ts`. */
function looseLength(text: string, at: number, isFirst: boolean): number {
  const lead = badByteOf(text.charCodeAt(at));
  let missing = looseNameBytes(lead) - 1;
  let sequence = lead;
  let end = at + 1;
  while (missing > 0) {
    if (end >= text.length) return 0;
    const length = Math.max(1, characterLength(text, end));
    const bytes = badByteOf(text.charCodeAt(end)) >= 0 ? 1 : utf8Length(text, end, end + length);
    if (bytes > missing) return 0;
    sequence = sequence * 256 ** bytes + bytesAt(text, end, bytes);
    missing -= bytes;
    end += bytes === 1 ? 1 : length;
  }
  return isLooseName(sequence, isFirst) ? end - at : 0;
}

/** The bytes of a character as one number, the first byte highest. */
function bytesAt(text: string, at: number, bytes: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (bytes === 1) return point < 0x80 ? point : badByteOf(point);
  let value = 0;
  for (let i = 1; i < bytes; i++) value += (0x80 | ((point >> (6 * (i - 1))) & 0x3f)) * 256 ** (i - 1);
  const lead = [0, 0, 0xc0, 0xe0, 0xf0][bytes] ?? 0;
  return value + (lead | (point >> (6 * (bytes - 1)))) * 256 ** (bytes - 1);
}

/** Whether a text could be a name in native syntax: of a variable, an attribute, a block type. */
export function isValidIdentifier(text: string): boolean {
  if (text.length === 0) return false;
  for (let i = 0; i < text.length; ) {
    const length = isAsciiPart(text.charCodeAt(i), i === 0) ? 1 : identifierPartLength(text, i, i === 0);
    if (length === 0) return false;
    i += length;
  }
  return true;
}

function isAsciiPart(unit: number, isFirst: boolean): boolean {
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f) return true;
  return !isFirst && ((unit >= 0x30 && unit <= 0x39) || unit === 0x2d);
}
