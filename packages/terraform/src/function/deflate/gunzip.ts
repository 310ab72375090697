import { fflate } from '../library/gzip.ts';
import { crc32 } from './gzip.ts';

/** Header and footer of a gzip stream, without any data. */
const LEAST_BYTES = 18;

/** Unpacks gzip. @returns undefined where the bytes are not gzip; `too-large` where they unpack to more than the limit */
export function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array | 'too-large' | undefined {
  if (bytes.length < LEAST_BYTES || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return undefined;
  const footer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8);
  const size = footer.getUint32(4, true);
  if (size > maxBytes) return 'too-large';
  const output = inflate(bytes, size);
  // fflate does not compare the checksum.
  return output?.length === size && crc32(output) === footer.getUint32(0, true) ? output : undefined;
}

/** The size that is stated decides how much room there is: a stream that needs more is not valid. */
function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return fflate().gunzipSync(bytes, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}
