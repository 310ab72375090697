import type { Inverse } from './multi-byte.ts';

/** ISO-2022-JP as Go writes it: escapes switch between ASCII, half-width katakana and JIS X 0208, and the text ends in ASCII. */
export function encodeIso2022Jp(text: string, eucJp: Inverse): Uint8Array | undefined {
  const bytes: number[] = [];
  let state: JapaneseState = 'ascii';
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : eucJp.get(character);
    // Characters of three bytes are those of JIS X 0212, which the escapes cannot reach.
    if (code === undefined || code > 0xffff) return undefined;
    const next = code < 0x80 ? 'ascii' : code >> 8 === KATAKANA_LEAD ? 'katakana' : 'jis0208';
    if (next !== state) bytes.push(ESCAPE, ...JAPANESE_ESCAPES[next]);
    state = next;
    if (next === 'jis0208') bytes.push((code >> 8) & 0x7f);
    bytes.push(code & 0x7f);
  }
  if (state !== 'ascii') bytes.push(ESCAPE, ...JAPANESE_ESCAPES.ascii);
  return Uint8Array.from(bytes);
}

type JapaneseState = 'ascii' | 'katakana' | 'jis0208';

const ESCAPE = 0x1b;
const JAPANESE_ESCAPES: Readonly<Record<JapaneseState, readonly [number, number]>> = {
  ascii: [0x28, 0x42],
  katakana: [0x28, 0x49],
  jis0208: [0x24, 0x42],
};
/** In EUC-JP this byte stands in front of half-width katakana. */
const KATAKANA_LEAD = 0x8e;

const TILDE = 0x7e;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const LINE_FEED = 0x0a;

/** HZ (RFC 1843) as Go writes it: GB 2312 between `~{` and `~}`, the latter not at the end of the text. */
export function encodeHz(text: string, gbk: Inverse): Uint8Array | undefined {
  const bytes: number[] = [];
  let isChinese = false;
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : gbk.get(character);
    if (code === undefined || (code >= 0x80 && (code & 0x8080) !== 0x8080)) return undefined;
    // Of GBK only the rows of GB 2312 can be written.
    if (code >= 0x80 && (code < 0xa1a1 || (code & 0xff) < 0xa1)) return undefined;
    if (isChinese !== code >= 0x80) {
      bytes.push(TILDE, isChinese ? CLOSE_BRACE : OPEN_BRACE);
      isChinese = !isChinese;
    }
    if (isChinese) bytes.push((code >> 8) & 0x7f, code & 0x7f);
    else if (code === TILDE) bytes.push(TILDE, TILDE);
    else bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

/** @param decodeGbk reads bytes as GBK, of which GB 2312 is a part */
export function decodeHz(bytes: Uint8Array, decodeGbk: (bytes: Uint8Array) => string): string | undefined {
  const plain: number[] = [];
  let isChinese = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return undefined;
    if (byte !== TILDE) {
      plain.push(isChinese ? byte | 0x80 : byte);
      continue;
    }
    switch (bytes[++at]) {
      case TILDE:
        plain.push(TILDE);
        break;
      case OPEN_BRACE:
        isChinese = true;
        break;
      case CLOSE_BRACE:
        isChinese = false;
        break;
      case LINE_FEED:
        break;
      default:
        return undefined;
    }
  }
  return decodeGbk(Uint8Array.from(plain));
}
