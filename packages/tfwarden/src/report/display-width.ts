import { eastAsianWidth } from 'get-east-asian-width';

/** @returns how many cells of a terminal the text takes; control characters and combining marks take none */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  // Colours take no room.
  for (const character of text.includes('\u001b[') ? withoutColours(text) : text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 32 || (codePoint >= 127 && codePoint < 160) || isCombining(codePoint)) continue;
    width += eastAsianWidth(codePoint);
  }
  return width;
}

function withoutColours(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('\u001b['); at >= 0; at = text.indexOf('\u001b[', from)) {
    plain += text.slice(from, at);
    const end = text.indexOf('m', at);
    if (end === -1) return plain;
    from = end + 1;
  }
  return plain + text.slice(from);
}

/** True when every character is printable ASCII, which takes one cell. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 32 || unit > 126) return false;
  }
  return true;
}

function isCombining(codePoint: number): boolean {
  return /\p{M}/u.test(String.fromCodePoint(codePoint)) || codePoint === 0x200d || codePoint === 0xfeff;
}
