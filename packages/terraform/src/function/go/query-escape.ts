import { encodeUtf8 } from './utf8.ts';

/** Go's `url.QueryEscape`: a space becomes `+`; letters, digits and `-_.~` stay; every other byte is `%XX`. */
export function queryEscape(text: string): string {
  let escaped = '';
  for (const byte of encodeUtf8(text)) {
    if (byte === 0x20) escaped += '+';
    else if (isUnreserved(byte)) escaped += String.fromCharCode(byte);
    else escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

/** Go's `url.QueryUnescape`. @returns the bytes, or the malformed escape as Go quotes it */
export function queryUnescape(text: string): Uint8Array | { readonly malformed: string } {
  const source = encodeUtf8(text);
  const bytes = new Uint8Array(source.length);
  let size = 0;
  for (let i = 0; i < source.length; i++) {
    const byte = source[i] ?? 0;
    if (byte !== 0x25) {
      bytes[size++] = byte === 0x2b ? 0x20 : byte;
      continue;
    }
    const digits = String.fromCharCode(...source.slice(i + 1, i + 3));
    if (!/^[0-9a-fA-F]{2}$/.test(digits)) return { malformed: `%${digits}` };
    bytes[size++] = Number.parseInt(digits, 16);
    i += 2;
  }
  return bytes.slice(0, size);
}

function isUnreserved(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x5f ||
    byte === 0x7e
  );
}
