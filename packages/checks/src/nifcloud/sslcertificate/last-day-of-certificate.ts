/** Longest text that is read, in UTF-16 units; certificates have a few thousand. */
const MAX_LENGTH = 100_000;

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/** Tags of DER that a certificate has on the way to its validity. */
const INTEGER = 0x02;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const VERSION = 0xa0;

/**
 * The day on which a certificate ends, as `2026-06-30`, in UTC.
 * @param pem the first certificate counts, which in a chain is the one of the server
 * @returns undefined when the text holds no certificate that can be read
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function lastDayOfCertificate(pem: string): string | undefined {
  const begin = pem.indexOf(BEGIN);
  const end = pem.indexOf(END, begin + BEGIN.length);
  if (begin < 0 || end < 0 || pem.length > MAX_LENGTH) return undefined;
  const bytes = bytesOfBase64(pem.slice(begin + BEGIN.length, end));
  const certificate = bytes && readValue(bytes, 0, bytes.length);
  const toBeSigned = bytes && valueIn(bytes, certificate, SEQUENCE);
  if (bytes === undefined || toBeSigned?.tag !== SEQUENCE) return undefined;

  // Version (not in version 1), serial number, algorithm, issuer; then the validity.
  let field = readValue(bytes, toBeSigned.start, toBeSigned.end);
  if (field?.tag === VERSION) field = readValue(bytes, field.end, toBeSigned.end);
  for (const tag of [INTEGER, SEQUENCE, SEQUENCE]) {
    if (field?.tag !== tag) return undefined;
    field = readValue(bytes, field.end, toBeSigned.end);
  }
  const notBefore = valueIn(bytes, field, SEQUENCE);
  const notAfter = notBefore && field && readValue(bytes, notBefore.end, field.end);
  return notAfter && dayOf(notAfter.tag, bytes.slice(notAfter.start, notAfter.end));
}

/** A value of DER: its tag, and where its content is. Offsets in bytes, the end is exclusive. */
interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The first value inside another one that has to have the tag. */
function valueIn(bytes: readonly number[], outer: DerValue | undefined, tag: number): DerValue | undefined {
  return outer?.tag === tag ? readValue(bytes, outer.start, outer.end) : undefined;
}

/** @param limit end of what may be read, in bytes */
function readValue(bytes: readonly number[], offset: number, limit: number): DerValue | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  let start = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const width = first - 0x80;
    if (width === 0 || width > 3) return undefined;
    length = 0;
    for (const byte of bytes.slice(start, start + width)) length = length * 256 + byte;
    start += width;
  }
  const end = start + length;
  return end > limit ? undefined : { tag, start, end };
}

/** Days of `YYMMDDHHMMSSZ`, where years from 50 on are of the last century, and of `YYYYMMDDHHMMSSZ`. */
function dayOf(tag: number, bytes: readonly number[]): string | undefined {
  const text = String.fromCharCode(...bytes.slice(0, 15));
  const isShort = tag === UTC_TIME;
  if (!isShort && tag !== GENERALIZED_TIME) return undefined;
  const full = isShort ? (Number(text.slice(0, 2)) >= 50 ? '19' : '20') + text : text;
  return /^[0-9]{14}Z$/.test(full) ? `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}` : undefined;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOfBase64(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    if (character === '=') break;
    if (/\s/.test(character)) continue;
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}
