import type { Codec } from './character-set.ts';
import { decodeHz, encodeHz, encodeIso2022Jp } from './escape-codes.ts';

// The type of this comes with DOM or Node; this package is compiled with neither.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** The code of each character of up to three bytes: the first byte is the highest. */
export type Inverse = ReadonlyMap<string, number>;

/**
 * Character sets with more than one byte for some characters. They are read with the decoders that every JavaScript engine has (WHATWG),
 * and written by the inverse of those. Node's know fewer characters of EUC-KR and Big5 than the standard of the web has.
 */
export function multiByteCodec(name: string): Codec {
  switch (name) {
    case 'Shift_JIS':
      return plainCodec('shift_jis');
    case 'Extended_UNIX_Code_Packed_Format_for_Japanese':
      return plainCodec('euc-jp');
    case 'EUC-KR':
      return plainCodec('euc-kr');
    case 'GBK':
      return plainCodec('gbk');
    case 'Big5':
      return plainCodec('big5');
    case 'GB18030':
      return { ...plainCodec('gb18030'), encode: (text) => encodePlain(text, inverseOf('gb18030'), fourBytes) };
    case 'ISO-2022-JP':
      return { ...plainCodec('iso-2022-jp'), encode: (text) => encodeIso2022Jp(text, inverseOf('euc-jp')) };
    default:
      return {
        encode: (text) => encodeHz(text, inverseOf('gbk')),
        decode: (bytes) => decodeHz(bytes, (plain) => new TextDecoder('gbk').decode(plain)),
      };
  }
}

function plainCodec(label: string): Codec {
  return {
    encode: (text) => encodePlain(text, inverseOf(label), () => undefined),
    decode: (bytes) => new TextDecoder(label).decode(bytes),
  };
}

/** @param other what stands for a character without one or two bytes */
function encodePlain(
  text: string,
  inverse: Inverse,
  other: (character: string) => readonly number[] | undefined,
): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : inverse.get(character);
    if (code === undefined) {
      const more = other(character);
      if (more === undefined) return undefined;
      bytes.push(...more);
      continue;
    }
    if (code > 0xffff) bytes.push(code >> 16);
    if (code > 0xff) bytes.push((code >> 8) & 0xff);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

const inverses = new Map<string, Inverse>();

function inverseOf(label: string): Inverse {
  const known = inverses.get(label);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(label);
  const inverse = new Map<string, number>();
  const add = (bytes: readonly number[], code: number): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (isOneCharacter(text) && !inverse.has(text)) inverse.set(text, code);
  };
  // GB 18030 reads the euro sign of GBK in one byte, but does not write it so.
  if (label !== 'gb18030') for (let byte = 0x80; byte <= 0xff; byte++) add([byte], byte);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      // Behind this byte EUC-JP has half-width katakana; some decoders read more than there are.
      if (label === 'euc-jp' && lead === 0x8e && trail > 0xdf) break;
      add([lead, trail], (lead << 8) | trail);
    }
  }
  if (label === 'euc-jp') addJis0212(add);
  inverses.set(label, inverse);
  return inverse;
}

/** The second set of kanji, three bytes each. */
function addJis0212(add: (bytes: readonly number[], code: number) => void): void {
  for (let row = 0xa1; row <= 0xfe; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) add([0x8f, row, cell], (0x8f << 16) | (row << 8) | cell);
  }
}

function isOneCharacter(text: string): boolean {
  return text !== '\ufffd' && (text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff));
}

/** Four bytes of GB 18030 count through the characters that two bytes leave out; from here on all of the other planes. */
const FIRST_PLANE_POINTERS = 39_420;
const OTHER_PLANES_POINTER = 189_000;

let pointers: ReadonlyMap<string, number> | undefined;

function fourBytes(character: string): readonly number[] | undefined {
  const point = character.codePointAt(0) ?? 0;
  pointers ??= firstPlanePointers();
  const pointer = point > 0xffff ? OTHER_PLANES_POINTER + point - 0x10000 : pointers.get(character);
  return pointer === undefined ? undefined : bytesOfPointer(pointer);
}

function bytesOfPointer(pointer: number): readonly number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

function firstPlanePointers(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let pointer = 0; pointer < FIRST_PLANE_POINTERS; pointer++) {
    const text = decoder.decode(Uint8Array.from(bytesOfPointer(pointer)));
    if (isOneCharacter(text)) found.set(text, pointer);
  }
  return found;
}
