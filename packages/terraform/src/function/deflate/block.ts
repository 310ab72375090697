import type { BitWriter } from './bit-writer.ts';
import type { HuffmanCode } from './huffman.ts';
import { huffmanCode, totalBits } from './huffman.ts';
import {
  END_OF_BLOCK,
  FIRST_LENGTH,
  fixedCodes,
  LENGTH_BASES,
  LENGTH_EXTRA,
  LENGTH_ORDER,
  LITERAL_SYMBOLS,
  OFFSET_BASES,
  OFFSET_EXTRA,
  OFFSET_SYMBOLS,
} from './symbols.ts';

/**
 * What a block is made of: a byte below 256, or a match, `MATCH + length * 65536 + distance` with the length from 3 and the distance
 * from 1 counted from 0.
 */
export type Token = number;

export const MATCH = 0x4000_0000;

/**
 * Writes a block in the shortest of the three ways, as Go's `huffmanBitWriter.writeBlock`.
 * @param input the bytes that the tokens stand for; undefined where they are no longer at hand, so that they cannot be stored
 */
export function writeBlock(writer: BitWriter, tokens: readonly Token[], input: Uint8Array | undefined): void {
  const counted = countTokens(tokens);
  const { literals, offsets, literalCount, offsetCount } = counted;
  const literalCode = huffmanCode(literals, 15);
  const offsetCode = huffmanCode(offsets, 15);
  const isStorable = input !== undefined && input.length <= MAX_STORED;
  // Go counts the extra bits only where the block may be stored.
  const extraBits = isStorable ? extraBitsOf(counted) : 0;
  const fixed = fixedCodes();
  const fixedSize = 3 + totalBits(fixed.literals, literals) + totalBits(fixed.offsets, offsets) + extraBits;
  const header = lengthHeader(literalCode, offsetCode, literalCount, offsetCount);
  const dynamicSize = header.size + totalBits(literalCode, literals) + totalBits(offsetCode, offsets) + extraBits;
  const isDynamic = dynamicSize < fixedSize;
  if (isStorable && (input.length + 5) * 8 < Math.min(dynamicSize, fixedSize)) {
    writer.writeStoredHeader(input.length, false);
    writer.writeBytes(input);
    return;
  }
  if (isDynamic) writeDynamicHeader(writer, header, literalCount, offsetCount);
  else writer.writeBits(2, 3);
  writeTokens(writer, tokens, isDynamic ? literalCode : fixed.literals, isDynamic ? offsetCode : fixed.offsets);
}

const MAX_STORED = 65_535;
const LENGTH_SYMBOLS: Uint8Array = symbolsOf(LENGTH_BASES, 256);

function symbolsOf(bases: readonly number[], size: number): Uint8Array {
  const symbols = new Uint8Array(size);
  for (const [symbol, base] of bases.entries()) symbols.fill(symbol, base);
  return symbols;
}

function offsetSymbol(offset: number): number {
  if (offset < 4) return offset;
  const extra = 30 - Math.clz32(offset);
  return 2 * extra + 2 + ((offset >> extra) & 1);
}

interface Counted {
  readonly literals: Int32Array;
  readonly offsets: Int32Array;
  /** Symbols up to the last one that occurs. */
  readonly literalCount: number;
  readonly offsetCount: number;
}

function countTokens(tokens: readonly Token[]): Counted {
  const literals = new Int32Array(LITERAL_SYMBOLS);
  const offsets = new Int32Array(OFFSET_SYMBOLS);
  for (const token of tokens) {
    if (token < MATCH) add(literals, token);
    else {
      add(literals, FIRST_LENGTH + (LENGTH_SYMBOLS[(token - MATCH) >> 16] ?? 0));
      add(offsets, offsetSymbol(token & 0xffff));
    }
  }
  add(literals, END_OF_BLOCK);
  let offsetCount = lastUsed(offsets);
  if (offsetCount === 0) {
    offsets[0] = 1;
    offsetCount = 1;
  }
  return { literals, offsets, literalCount: lastUsed(literals), offsetCount };
}

function add(counts: Int32Array, symbol: number): void {
  counts[symbol] = (counts[symbol] ?? 0) + 1;
}

function lastUsed(counts: Int32Array): number {
  let end = counts.length;
  while (end > 0 && counts[end - 1] === 0) end--;
  return end;
}

function extraBitsOf({ literals, offsets }: Counted): number {
  let bits = 0;
  for (const [i, extra] of LENGTH_EXTRA.entries()) bits += (literals[FIRST_LENGTH + i] ?? 0) * extra;
  for (const [i, extra] of OFFSET_EXTRA.entries()) bits += (offsets[i] ?? 0) * extra;
  return bits;
}

interface LengthHeader {
  /** Symbols 0 to 18; 16, 17 and 18 are followed by a count. */
  readonly symbols: readonly number[];
  readonly code: HuffmanCode;
  /** How many lengths of that code are written. */
  readonly codeCount: number;
  /** Bits of the whole header. */
  readonly size: number;
}

const REPEAT_BITS: Readonly<Record<number, number>> = { 16: 2, 17: 3, 18: 7 };

/** Writes the lengths of both codes one behind the other, with runs shortened. */
function lengthHeader(
  literal: HuffmanCode,
  offset: HuffmanCode,
  literalCount: number,
  offsetCount: number,
): LengthHeader {
  const lengths = [...literal.lengths.subarray(0, literalCount), ...offset.lengths.subarray(0, offsetCount)];
  const symbols: number[] = [];
  const frequencies = new Int32Array(LENGTH_ORDER.length);
  const put = (symbol: number, repeat?: number): void => {
    symbols.push(symbol);
    if (repeat !== undefined) symbols.push(repeat);
    frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  };
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0;
    let count = 0;
    while (at + count < lengths.length && lengths[at + count] === length) count++;
    at += count;
    if (length === 0) {
      for (; count >= 11; count -= Math.min(138, count)) put(18, Math.min(138, count) - 11);
      if (count >= 3) {
        put(17, count - 3);
        count = 0;
      }
    } else {
      put(length);
      for (count--; count >= 3; count -= Math.min(6, count)) put(16, Math.min(6, count) - 3);
    }
    for (; count > 0; count--) put(length);
  }
  const code = huffmanCode(frequencies, 7);
  let codeCount = LENGTH_ORDER.length;
  while (codeCount > 4 && frequencies[LENGTH_ORDER[codeCount - 1] ?? 0] === 0) codeCount--;
  const repeatBits = Object.entries(REPEAT_BITS).reduce(
    (sum, [symbol, bits]) => sum + (frequencies[Number(symbol)] ?? 0) * bits,
    0,
  );
  return { symbols, code, codeCount, size: 17 + 3 * codeCount + totalBits(code, frequencies) + repeatBits };
}

function writeDynamicHeader(writer: BitWriter, header: LengthHeader, literalCount: number, offsetCount: number): void {
  const { symbols, code, codeCount } = header;
  writer.writeBits(4, 3);
  writer.writeBits(literalCount - 257, 5);
  writer.writeBits(offsetCount - 1, 5);
  writer.writeBits(codeCount - 4, 4);
  for (const symbol of LENGTH_ORDER.slice(0, codeCount)) writer.writeBits(code.lengths[symbol] ?? 0, 3);
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i] ?? 0;
    writer.writeBits(code.codes[symbol] ?? 0, code.lengths[symbol] ?? 0);
    const repeatBits = REPEAT_BITS[symbol];
    if (repeatBits !== undefined) writer.writeBits(symbols[++i] ?? 0, repeatBits);
  }
}

function writeTokens(writer: BitWriter, tokens: readonly Token[], literal: HuffmanCode, offset: HuffmanCode): void {
  const put = ({ codes, lengths }: HuffmanCode, symbol: number): void => {
    writer.writeBits(codes[symbol] ?? 0, lengths[symbol] ?? 0);
  };
  for (const token of tokens) {
    if (token < MATCH) {
      put(literal, token);
      continue;
    }
    const length = (token - MATCH) >> 16;
    const lengthSymbol = LENGTH_SYMBOLS[length] ?? 0;
    put(literal, FIRST_LENGTH + lengthSymbol);
    writer.writeBits(length - (LENGTH_BASES[lengthSymbol] ?? 0), LENGTH_EXTRA[lengthSymbol] ?? 0);
    const distance = token & 0xffff;
    const symbol = offsetSymbol(distance);
    put(offset, symbol);
    writer.writeBits(distance - (OFFSET_BASES[symbol] ?? 0), OFFSET_EXTRA[symbol] ?? 0);
  }
  put(literal, END_OF_BLOCK);
}
