import { BitWriter } from './bit-writer.ts';
import { deflate } from './deflate.ts';

/**
 * Compresses as Terraform's `base64gzip`: with Go's `compress/gzip` at its default level, flushed once and closed, so that the bytes are
 * the same. No time and no name are in the header.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter();
  deflate(bytes, writer);
  writer.writeStoredHeader(0, false);
  writer.writeStoredHeader(0, true);
  const body = writer.finish();
  const result = new Uint8Array(HEADER.length + body.length + 8);
  result.set(HEADER);
  result.set(body, HEADER.length);
  const footer = new DataView(result.buffer, HEADER.length + body.length);
  footer.setUint32(0, crc32(bytes), true);
  footer.setUint32(4, bytes.length, true);
  return result;
}

/** Magic number, deflate, no flags, no time, no hint, unknown system. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

let table: Uint32Array | undefined;

/** The checksum of gzip (RFC 1952). */
export function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
