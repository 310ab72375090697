import { FunctionError } from '@tfwarden/hcl';
import type { Codec } from './character-set.ts';

// The type of this comes with DOM or Node; this package is compiled with neither.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Labels of the WHATWG decoders, which every JavaScript engine with full Unicode data has. */
const LABELS: Readonly<Record<string, string>> = {
  Shift_JIS: 'shift_jis',
  Extended_UNIX_Code_Packed_Format_for_Japanese: 'euc-jp',
  'EUC-KR': 'euc-kr',
  'ISO-2022-JP': 'iso-2022-jp',
  GBK: 'gbk',
  GB18030: 'gb18030',
  Big5: 'big5',
};

/**
 * Reads with the engine's own decoder, and writes by its inverse. What it cannot do (HZ, writing ISO-2022-JP and the four bytes of
 * GB 18030) is a `FunctionError`.
 */
export function multiByteCodec(name: string): Codec {
  const label = LABELS[name];
  return {
    encode(text) {
      if (label === undefined || label === 'iso-2022-jp') throw unsupported(name);
      return encodeWith(inverseOf(label), text, () => {
        if (label === 'gb18030') throw unsupported(name);
      });
    },
    decode(bytes) {
      if (label === undefined) throw unsupported(name);
      return new TextDecoder(label).decode(bytes);
    },
  };
}

function unsupported(name: string): FunctionError {
  return new FunctionError(`the encoding ${name} is not supported here`);
}

function encodeWith(inverse: ReadonlyMap<string, number>, text: string, onMissing: () => void): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : inverse.get(character);
    if (code === undefined) {
      onMissing();
      return undefined;
    }
    if (code > 0xffff) bytes.push(code >> 16);
    if (code > 0xff) bytes.push((code >> 8) & 0xff);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

const inverses = new Map<string, ReadonlyMap<string, number>>();

/** The code of each character of one or two bytes: the first one that the decoder reads as it. */
function inverseOf(label: string): ReadonlyMap<string, number> {
  const known = inverses.get(label);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(label);
  const inverse = new Map<string, number>();
  const add = (bytes: readonly number[], code: number): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const isOne = text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
    if (isOne && text !== '\ufffd' && !inverse.has(text)) inverse.set(text, code);
  };
  for (let byte = 0x80; byte <= 0xff; byte++) add([byte], byte);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail], (lead << 8) | trail);
  }
  inverses.set(label, inverse);
  return inverse;
}
