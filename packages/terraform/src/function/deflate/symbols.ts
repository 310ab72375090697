import type { HuffmanCode } from './huffman.ts';
import { reverseBits } from './huffman.ts';

/** Of the literal code: bytes below, lengths above. */
export const END_OF_BLOCK = 256;
export const FIRST_LENGTH = 257;
export const LITERAL_SYMBOLS = 286;
export const OFFSET_SYMBOLS = 30;

/** By length symbol: the least length, counted from 3 as 0, and how many bits follow. */
export const LENGTH_BASES: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 255,
];
export const LENGTH_EXTRA: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
/** By offset symbol, counted from 1 as 0. */
export const OFFSET_EXTRA: readonly number[] = Array.from({ length: OFFSET_SYMBOLS }, (_, i) =>
  Math.max(0, (i >> 1) - 1),
);
export const OFFSET_BASES: readonly number[] = OFFSET_EXTRA.map((extra, i) => (i < 4 ? i : (2 + (i & 1)) << extra));
/** The order in which the lengths of the code of code lengths are written. */
export const LENGTH_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes of blocks that bring none of their own (RFC 1951, 3.2.6). */
export function fixedCodes(): { readonly literals: HuffmanCode; readonly offsets: HuffmanCode } {
  fixed ??= { literals: fixedLiterals(), offsets: fixedOffsets() };
  return fixed;
}

let fixed: ReturnType<typeof fixedCodes> | undefined;

function fixedOffsets(): HuffmanCode {
  return {
    codes: Uint16Array.from({ length: OFFSET_SYMBOLS }, (_, symbol) => reverseBits(symbol, 5)),
    lengths: new Uint8Array(OFFSET_SYMBOLS).fill(5),
  };
}

function fixedLiterals(): HuffmanCode {
  const codes = new Uint16Array(LITERAL_SYMBOLS);
  const lengths = new Uint8Array(LITERAL_SYMBOLS);
  for (let symbol = 0; symbol < LITERAL_SYMBOLS; symbol++) {
    const [bits, length] =
      symbol < 144
        ? [symbol + 48, 8]
        : symbol < 256
          ? [symbol + 256, 9]
          : symbol < 280
            ? [symbol - 256, 7]
            : [symbol - 88, 8];
    codes[symbol] = reverseBits(bits, length);
    lengths[symbol] = length;
  }
  return { codes, lengths };
}
