import { type CodePointRanges, decodeRanges, hasCodePoint } from '../text/unicode-ranges.ts';
import { IDENTIFIER_CONTINUE, IDENTIFIER_START } from './identifier-table.ts';

let startRanges: CodePointRanges | undefined;
let continueRanges: CodePointRanges | undefined;

/**
 * How many units the character at `at` takes if a name may begin with it (`isFirst`) or go on with it, else 0.
 * For characters outside ASCII only; hashicorp/hcl v2.23.0 knows Unicode 9.0.
 */
export function identifierPartLength(text: string, at: number, isFirst: boolean): number {
  const point = text.codePointAt(at) ?? 0;
  if (isFirst) {
    startRanges ??= decodeRanges(IDENTIFIER_START);
    if (!hasCodePoint(startRanges, point)) return 0;
  } else {
    continueRanges ??= decodeRanges(IDENTIFIER_CONTINUE);
    if (!hasCodePoint(continueRanges, point)) return 0;
  }
  return point > 0xffff ? 2 : 1;
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
