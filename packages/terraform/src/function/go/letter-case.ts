/** Go's `strings.ToUpper`: each code point by itself, to one code point (`ß` stays). */
export function toUpper(text: string): string {
  return isAscii(text) ? text.toUpperCase() : mapCodePoints(text, upperOf);
}

/** Go's `strings.ToLower`: each code point by itself, so a final sigma is an ordinary one. */
export function toLower(text: string): string {
  return isAscii(text) ? text.toLowerCase() : mapCodePoints(text, lowerOf);
}

/** Go's `strings.Title`: the first letter of every word in title case. Letters, digits and `_` do not end a word; of other characters ASCII and spaces do. */
export function toTitle(text: string): string {
  let titled = '';
  let isAtStart = true;
  for (const character of text) {
    titled += isAtStart ? titleOf(character) : character;
    isAtStart = isWordSeparator(character);
  }
  return titled;
}

/** Go's `unicode.IsSpace`. */
function isSpace(character: string): boolean {
  return SPACE.test(character);
}

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const ASCII_WORD = /^\w$/;

/** Digraphs that have a title case of their own: upper, title and lower form of each. */
const DIGRAPHS = ['\u01c4\u01c5\u01c6', '\u01c7\u01c8\u01c9', '\u01ca\u01cb\u01cc', '\u01f1\u01f2\u01f3'];

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function mapCodePoints(text: string, map: (character: string) => string): string {
  let mapped = '';
  for (const character of text) mapped += map(character);
  return mapped;
}

/**
 * The simple upper case of one code point. JavaScript gives the full one, which may be several; of those code points only the Greek
 * letters with iota subscript and a few others have a simple one too.
 */
function upperOf(character: string): string {
  const full = character.toUpperCase();
  if (isOneCodePoint(full)) return full;
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x1f80 && point <= 0x1faf) return String.fromCodePoint(point | 8);
  if (point === 0x1fb3 || point === 0x1fc3 || point === 0x1ff3) return String.fromCodePoint(point + 9);
  return character;
}

function lowerOf(character: string): string {
  const full = character.toLowerCase();
  // Only U+0130 has a lower case of two code points; its simple one is `i`.
  return isOneCodePoint(full) ? full : 'i';
}

function titleOf(character: string): string {
  const digraph = DIGRAPHS.find((forms) => forms.includes(character));
  if (digraph !== undefined) return digraph.charAt(1);
  // Georgian letters have upper case, but their title case is themselves.
  return /^[\u10d0-\u10fa\u10fd-\u10ff]$/.test(character) ? character : upperOf(character);
}

function isOneCodePoint(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

function isWordSeparator(character: string): boolean {
  if (character.charCodeAt(0) <= 0x7f) return !ASCII_WORD.test(character);
  return !/^[\p{L}\p{Nd}]$/u.test(character) && isSpace(character);
}
