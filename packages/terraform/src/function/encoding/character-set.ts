import { decodeUtf8, encodeUtf8 } from '../go/utf8.ts';
import { BYTE_CHARACTER_SETS, OTHER_CHARACTER_SETS } from './character-set-table.ts';
import { multiByteCodec } from './multi-byte.ts';

/** How text is written as bytes. */
export interface Codec {
  /** @returns undefined where a character has no bytes */
  encode(text: string): Uint8Array | undefined;
  /** @returns undefined, or a text with U+FFFD, where bytes have no meaning */
  decode(bytes: Uint8Array): string | undefined;
}

export interface CharacterSet extends Codec {
  /** The name in the IANA registry. */
  readonly name: string;
}

/** The character set of that name or alias, in any case; undefined where Terraform does not know it. */
export function characterSetOf(name: string): CharacterSet | undefined {
  const wanted = name.trim().toLowerCase();
  const known = sets.get(wanted);
  if (known !== undefined) return known;
  const made = make(wanted);
  if (made !== undefined) sets.set(wanted, made);
  return made;
}

const sets = new Map<string, CharacterSet>();

function make(alias: string): CharacterSet | undefined {
  const byte = BYTE_CHARACTER_SETS.find(({ aliases }) => aliases.split(' ').includes(alias));
  if (byte !== undefined) return { name: byte.name, ...byteCodec(byte.characters) };
  const other = OTHER_CHARACTER_SETS.find(({ aliases }) => aliases.split(' ').includes(alias));
  return other === undefined ? undefined : { name: other.name, ...otherCodec(other.name) };
}

function otherCodec(name: string): Codec {
  switch (name) {
    case 'US-ASCII':
      return byteCodec('\ufffd'.repeat(128));
    case 'UTF-8':
      return { encode: encodeUtf8, decode: decodeUtf8 };
    case 'UTF-16':
      return utf16Codec(false, true);
    case 'UTF-16BE':
      return utf16Codec(false, false);
    case 'UTF-16LE':
      return utf16Codec(true, false);
    case 'ISO_8859-6-E':
    case 'ISO_8859-6-I':
      return characterSetOf('iso-8859-6') ?? byteCodec('');
    case 'ISO_8859-8-E':
    case 'ISO_8859-8-I':
      return characterSetOf('iso-8859-8') ?? byteCodec('');
    default:
      return multiByteCodec(name);
  }
}

/** @param characters meanings of the bytes from 0x80 on, or of all bytes */
function byteCodec(characters: string): Codec {
  const all = characters.length === 256 ? characters : ASCII + characters;
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(all.charAt(byte), byte);
  bytes.delete('\ufffd');
  return {
    encode(text) {
      const encoded: number[] = [];
      for (const character of text) {
        const byte = bytes.get(character);
        if (byte === undefined) return undefined;
        encoded.push(byte);
      }
      return Uint8Array.from(encoded);
    },
    decode: (encoded) => Array.from(encoded, (byte) => all.charAt(byte)).join(''),
  };
}

const ASCII: string = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit)).join('');

const LONE_SURROGATE = /\p{Surrogate}/u;

/** @param hasMark whether a byte order mark is written, and decides the order in reading */
function utf16Codec(isLittleEndian: boolean, hasMark: boolean): Codec {
  return {
    encode(text) {
      const units = (hasMark ? '\ufeff' : '') + text;
      const bytes = new Uint8Array(units.length * 2);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < units.length; i++) view.setUint16(2 * i, units.charCodeAt(i), isLittleEndian);
      return bytes;
    },
    decode(bytes) {
      if (bytes.length % 2 === 1) return undefined;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const mark = hasMark && bytes.length >= 2 ? view.getUint16(0) : 0;
      const isSwapped = mark === 0xfffe;
      const start = mark === 0xfeff || isSwapped ? 2 : 0;
      const units: string[] = [];
      for (let i = start; i < bytes.length; i += 2) {
        units.push(String.fromCharCode(view.getUint16(i, isSwapped || isLittleEndian)));
      }
      const text = units.join('');
      return LONE_SURROGATE.test(text) ? undefined : text;
    },
  };
}
