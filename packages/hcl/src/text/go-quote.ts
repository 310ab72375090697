import { isPrintable } from './printable.ts';
import { badByteOf } from './utf8.ts';

const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\\', '\\\\'],
  ['"', '\\"'],
]);

/** Quotes a text as Go's `%q` does; messages of hashicorp/hcl are made with it. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const character of text) quoted += NAMED_ESCAPES.get(character) ?? escapeIfNeeded(character);
  return `${quoted}"`;
}

function escapeIfNeeded(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x20 && point < 0x7f) return character;
  if (point < 0x80) return `\\x${hex(point, 2)}`;
  if (point >= 0xd800 && point <= 0xdfff) {
    const byte = badByteOf(point);
    return byte >= 0 ? `\\x${hex(byte, 2)}` : '\ufffd';
  }
  if (isPrintable(character)) return character;
  return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
