/** Encodes with the standard alphabet and padding (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  const end = bytes.length - (bytes.length % 3);
  for (let i = 0; i < end; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += digit(group >> 18) + digit(group >> 12) + digit(group >> 6) + digit(group);
  }
  const rest = bytes.length - end;
  if (rest === 0) return text;
  const group = ((bytes[end] ?? 0) << 16) | ((bytes[end + 1] ?? 0) << 8);
  text += digit(group >> 18) + digit(group >> 12);
  return rest === 1 ? `${text}==` : `${text}${digit(group >> 6)}=`;
}

/**
 * Decodes as Go's `base64.StdEncoding`: padding is required, line breaks are skipped, the unused bits of the last digit may be anything.
 * @returns the bytes, or the offset of the byte that Go reports as corrupt
 */
export function decodeBase64(text: string): Uint8Array | CorruptBase64 {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let size = 0;
  let at = 0;
  while (at < text.length) {
    let group = 0;
    let digits = 0;
    while (digits < 4) {
      if (at >= text.length) {
        if (digits === 0) return bytes.slice(0, size);
        return { corruptAt: at - digits };
      }
      const unit = text.charCodeAt(at++);
      const value = unit < 128 ? (DECODED[unit] ?? -1) : -1;
      if (value >= 0) {
        group = (group << 6) | value;
        digits++;
      } else if (unit === PAD) {
        const end = skipPadding(text, at, digits);
        if (typeof end !== 'number') return end;
        if (digits === 2) bytes[size++] = (group >> 4) & 0xff;
        else {
          bytes[size++] = (group >> 10) & 0xff;
          bytes[size++] = (group >> 2) & 0xff;
        }
        return bytes.slice(0, size);
      } else if (unit !== 10 && unit !== 13) return { corruptAt: at - 1 };
    }
    bytes[size++] = (group >> 16) & 0xff;
    bytes[size++] = (group >> 8) & 0xff;
    bytes[size++] = group & 0xff;
  }
  return bytes.slice(0, size);
}

export interface CorruptBase64 {
  /** Offset in UTF-16 units, which are bytes up to the first symbol that is not of the alphabet. */
  readonly corruptAt: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
const DECODED: Int8Array = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) DECODED[ALPHABET.charCodeAt(i)] = i;

function digit(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}

/** @param start offset behind the first `=`; @returns the end of the text, or what is wrong behind the digits */
function skipPadding(text: string, start: number, digits: number): number | CorruptBase64 {
  let at = start;
  if (digits < 2) return { corruptAt: at - 1 };
  if (digits === 2) {
    at = skipLineBreaks(text, at);
    if (at === text.length) return { corruptAt: text.length };
    if (text.charCodeAt(at) !== PAD) return { corruptAt: at - 1 };
    at++;
  }
  at = skipLineBreaks(text, at);
  return at < text.length ? { corruptAt: at } : at;
}

function skipLineBreaks(text: string, start: number): number {
  let at = start;
  while (at < text.length && (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13)) at++;
  return at;
}
