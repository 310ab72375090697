import { crc32 } from './gzip.ts';
import type { HuffmanCode } from './huffman.ts';
import { reverseBits } from './huffman.ts';
import {
  END_OF_BLOCK,
  FIRST_LENGTH,
  FIXED_LITERALS,
  FIXED_OFFSETS,
  LENGTH_BASES,
  LENGTH_EXTRA,
  LENGTH_ORDER,
  OFFSET_BASES,
  OFFSET_EXTRA,
} from './symbols.ts';

/** Unpacks gzip. @returns undefined where the bytes are not gzip; `too-large` where they unpack to more than the limit */
export function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array | 'too-large' | undefined {
  const start = headerEnd(bytes);
  if (start === undefined || bytes.length < start + 8) return undefined;
  const footer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8);
  const size = footer.getUint32(4, true);
  if (size > maxBytes) return 'too-large';
  // The size that is stated decides how much room there is: a stream that needs more is not valid.
  const output = inflate(bytes.subarray(start, bytes.length - 8), size);
  return output !== undefined && crc32(output) === footer.getUint32(0, true) ? output : undefined;
}

const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CHECKSUM = 2;

function headerEnd(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return undefined;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [NAME, COMMENT]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return flags & HEADER_CHECKSUM ? at + 2 : at;
}

/** Reads bits from the lowest up; behind the end they are zero, and `isPastEnd` tells. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isPastEnd(): boolean {
    return this.#at > this.#bytes.length * 8;
  }

  readBits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      value |= (((this.#bytes[this.#at >> 3] ?? 0) >> (this.#at & 7)) & 1) << i;
      this.#at++;
    }
    return value;
  }

  skipToByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  /** @returns the next symbol of a code, or -1 where no symbol has these bits */
  readSymbol(code: SymbolTable): number {
    let bits = 0;
    for (let length = 1; length <= MAX_CODE_BITS; length++) {
      bits |= this.readBits(1) << (length - 1);
      const symbol = code.get((length << 16) | bits);
      if (symbol !== undefined) return symbol;
    }
    return -1;
  }
}

const MAX_CODE_BITS = 15;

/** Symbols by length and bits of their code. */
type SymbolTable = ReadonlyMap<number, number>;

function tableOf({ codes, lengths }: HuffmanCode): SymbolTable {
  const table = new Map<number, number>();
  for (const [symbol, length] of lengths.entries()) {
    if (length > 0) table.set((length << 16) | (codes[symbol] ?? 0), symbol);
  }
  return table;
}

function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const reader = new BitReader(bytes);
  const output = new Uint8Array(size);
  let written = 0;
  for (let isLast = false; !isLast; ) {
    isLast = reader.readBits(1) === 1;
    const kind = reader.readBits(2);
    const end = kind === 0 ? copyStored(reader, output, written) : readBlock(reader, kind, output, written);
    if (end === undefined || reader.isPastEnd) return undefined;
    written = end;
  }
  return written === size ? output : undefined;
}

function copyStored(reader: BitReader, output: Uint8Array, start: number): number | undefined {
  reader.skipToByte();
  const length = reader.readBits(16);
  if ((reader.readBits(16) ^ 0xffff) !== length || start + length > output.length) return undefined;
  for (let i = start; i < start + length; i++) output[i] = reader.readBits(8);
  return start + length;
}

function readBlock(reader: BitReader, kind: number, output: Uint8Array, start: number): number | undefined {
  const codes = kind === 1 ? fixedCodes() : kind === 2 ? readCodes(reader) : undefined;
  if (codes === undefined) return undefined;
  let at = start;
  for (;;) {
    const symbol = reader.readSymbol(codes.literals);
    if (symbol < 0 || reader.isPastEnd) return undefined;
    if (symbol === END_OF_BLOCK) return at;
    if (symbol < END_OF_BLOCK) {
      if (at >= output.length) return undefined;
      output[at++] = symbol;
      continue;
    }
    const length = 3 + valueOf(reader, symbol - FIRST_LENGTH, LENGTH_BASES, LENGTH_EXTRA);
    const distance = 1 + valueOf(reader, reader.readSymbol(codes.offsets), OFFSET_BASES, OFFSET_EXTRA);
    // A symbol without meaning makes these NaN, which no comparison lets through.
    if (!(distance <= at && at + length <= output.length)) return undefined;
    for (let i = 0; i < length; i++, at++) output[at] = output[at - distance] ?? 0;
  }
}

function valueOf(reader: BitReader, symbol: number, bases: readonly number[], extra: readonly number[]): number {
  return (bases[symbol] ?? Number.NaN) + reader.readBits(extra[symbol] ?? 0);
}

interface BlockCodes {
  readonly literals: SymbolTable;
  readonly offsets: SymbolTable;
}

function fixedCodes(): BlockCodes {
  return { literals: tableOf(FIXED_LITERALS), offsets: tableOf(FIXED_OFFSETS) };
}

function readCodes(reader: BitReader): BlockCodes | undefined {
  const literalCount = reader.readBits(5) + 257;
  const offsetCount = reader.readBits(5) + 1;
  const codeCount = reader.readBits(4) + 4;
  const codeLengths = new Uint8Array(LENGTH_ORDER.length);
  for (const symbol of LENGTH_ORDER.slice(0, codeCount)) codeLengths[symbol] = reader.readBits(3);
  const lengthCode = tableOf(codeOfLengths(codeLengths));
  const lengths: number[] = [];
  while (lengths.length < literalCount + offsetCount) {
    const symbol = reader.readSymbol(lengthCode);
    if (symbol < 0 || reader.isPastEnd) return undefined;
    if (symbol < 16) lengths.push(symbol);
    else {
      const value = symbol === 16 ? (lengths.at(-1) ?? 0) : 0;
      const count =
        symbol === 16 ? 3 + reader.readBits(2) : symbol === 17 ? 3 + reader.readBits(3) : 11 + reader.readBits(7);
      for (let i = 0; i < count; i++) lengths.push(value);
    }
  }
  if (lengths.length > literalCount + offsetCount) return undefined;
  return {
    literals: tableOf(codeOfLengths(Uint8Array.from(lengths.slice(0, literalCount)))),
    offsets: tableOf(codeOfLengths(Uint8Array.from(lengths.slice(literalCount)))),
  };
}

/** The canonical code with these lengths (RFC 1951, 3.2.2). */
function codeOfLengths(lengths: Uint8Array): HuffmanCode {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    for (const [symbol, own] of lengths.entries()) if (own === length) codes[symbol] = reverseBits(code++, length);
    code <<= 1;
  }
  return { codes, lengths };
}
