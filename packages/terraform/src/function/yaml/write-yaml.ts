import type { Value } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';
import { encodeUtf8 } from '../go/utf8.ts';
import type { ScalarTraits } from './scalar-traits.ts';
import { isLineBreak, isPrintable, traitsOf } from './scalar-traits.ts';

/**
 * Writes a value as `yamlencode` does: go-cty-yaml over libyaml's emitter, with block style, an indent of 2 and lines folded behind
 * column 80. Strings are double quoted, or literal blocks when they have several lines.
 * @param value wholly known and without marks
 */
export function writeYaml(value: Value): string {
  const emitter = new Emitter();
  emitNode(emitter, value, 'root');
  emitter.writeIndent();
  if (emitter.isOpenEnded) {
    emitter.writeIndicator('...', true, false, false);
    emitter.writeIndent();
  }
  return emitter.text;
}

const BEST_INDENT = 2;
const BEST_WIDTH = 80;
/** Longest key, in bytes, that is written without `?`. */
const MAX_SIMPLE_KEY_BYTES = 128;

type Context = 'root' | 'sequence' | 'mapping' | 'simple-key';
type Style = 'plain' | 'single-quoted' | 'double-quoted' | 'literal';

/** The writing end of libyaml's emitter: what decides where breaks and blanks go. */
class Emitter {
  text = '';
  indent = -1;
  /** Characters since the last break. */
  column = 0;
  /** Whether the last thing written was blank. */
  isBlank = true;
  /** Whether nothing but indicators stands on the line yet. */
  isIndented = true;
  isOpenEnded = false;
  readonly #indents: number[] = [];

  put(text: string): void {
    this.text += text;
    this.column++;
  }

  putBreak(lineBreak: string = '\n'): void {
    this.text += lineBreak;
    this.column = 0;
  }

  increaseIndent(isFlow: boolean, isIndentless: boolean): void {
    this.#indents.push(this.indent);
    if (this.indent < 0) this.indent = isFlow ? BEST_INDENT : 0;
    else if (!isIndentless) this.indent += BEST_INDENT;
  }

  restoreIndent(): void {
    this.indent = this.#indents.pop() ?? -1;
  }

  writeIndent(): void {
    const indent = Math.max(0, this.indent);
    if (!this.isIndented || this.column > indent || (this.column === indent && !this.isBlank)) this.putBreak();
    while (this.column < indent) this.put(' ');
    this.isBlank = true;
    this.isIndented = true;
  }

  writeIndicator(indicator: string, needsBlank: boolean, isBlank: boolean, isIndention: boolean): void {
    if (needsBlank && !this.isBlank) this.put(' ');
    for (const character of indicator) this.put(character);
    this.isBlank = isBlank;
    this.isIndented = this.isIndented && isIndention;
    this.isOpenEnded = false;
  }
}

function emitNode(emitter: Emitter, value: Value, context: Context): void {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      emitSequence(emitter, value.elements, context);
      return;
    case 'map':
      emitMapping(emitter, value.elements);
      return;
    case 'object':
      emitMapping(emitter, value.attributes);
      return;
    case 'string':
      emitScalar(emitter, value.value, value.value.includes('\n') ? 'literal' : 'double-quoted', context);
      return;
    case 'number':
      emitScalar(emitter, formatNumber(value.value, value.precision), 'plain', context);
      return;
    case 'bool':
      emitScalar(emitter, value.value ? 'true' : 'false', 'plain', context);
      return;
    case 'null':
    case 'unknown':
      // Callers pass wholly known values only.
      emitScalar(emitter, 'null', 'plain', context);
  }
}

function emitSequence(emitter: Emitter, elements: readonly Value[], context: Context): void {
  if (elements.length === 0) {
    emitter.writeIndicator('[', true, true, false);
    emitter.writeIndicator(']', false, false, false);
    return;
  }
  emitter.increaseIndent(false, context === 'mapping' && !emitter.isIndented);
  for (const element of elements) {
    emitter.writeIndent();
    emitter.writeIndicator('-', true, false, true);
    emitNode(emitter, element, 'sequence');
  }
  emitter.restoreIndent();
}

function emitMapping(emitter: Emitter, entries: ReadonlyMap<string, Value>): void {
  if (entries.size === 0) {
    emitter.writeIndicator('{', true, true, false);
    emitter.writeIndicator('}', false, false, false);
    return;
  }
  emitter.increaseIndent(false, false);
  for (const [key, value] of entries) {
    emitter.writeIndent();
    const style: Style = key.includes('\n') ? 'literal' : 'double-quoted';
    if (isSimpleKey(key)) {
      emitScalar(emitter, key, style, 'simple-key');
      emitter.writeIndicator(':', false, false, false);
    } else {
      emitter.writeIndicator('?', true, false, true);
      emitScalar(emitter, key, style, 'mapping');
      emitter.writeIndent();
      emitter.writeIndicator(':', true, false, true);
    }
    emitNode(emitter, value, 'mapping');
  }
  emitter.restoreIndent();
}

function isSimpleKey(key: string): boolean {
  return !traitsOf(key).isMultiline && encodeUtf8(key).length <= MAX_SIMPLE_KEY_BYTES;
}

function emitScalar(emitter: Emitter, text: string, wanted: Style, context: Context): void {
  const style = allowedStyle(traitsOf(text), wanted, context);
  emitter.increaseIndent(true, false);
  switch (style) {
    case 'plain':
      writePlain(emitter, text, context === 'root');
      break;
    case 'single-quoted':
      writeSingleQuoted(emitter, text);
      break;
    case 'double-quoted':
      writeDoubleQuoted(emitter, text, context !== 'simple-key');
      break;
    case 'literal':
      writeLiteral(emitter, text);
      break;
  }
  emitter.restoreIndent();
}

function allowedStyle(traits: ScalarTraits, wanted: Style, context: Context): Style {
  if (context === 'simple-key' && traits.isMultiline) return 'double-quoted';
  if (wanted === 'plain' && !traits.mayBePlain) return traits.mayBeSingleQuoted ? 'single-quoted' : 'double-quoted';
  if (wanted === 'literal' && (!traits.mayBeBlock || context === 'simple-key')) return 'double-quoted';
  return wanted;
}

/** Numbers, booleans and null: text without blanks or breaks. */
function writePlain(emitter: Emitter, text: string, isRoot: boolean): void {
  if (!emitter.isBlank) emitter.put(' ');
  for (const character of text) emitter.put(character);
  emitter.isBlank = false;
  emitter.isIndented = false;
  if (isRoot) emitter.isOpenEnded = true;
}

/** Only infinities could come here, and they are plain. */
function writeSingleQuoted(emitter: Emitter, text: string): void {
  emitter.writeIndicator("'", true, false, false);
  for (const character of text) emitter.put(character === "'" ? "''" : character);
  emitter.writeIndicator("'", false, false, false);
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\u001b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0085', '\\N'],
  ['\u00a0', '\\_'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

function writeDoubleQuoted(emitter: Emitter, text: string, mayFold: boolean): void {
  emitter.writeIndicator('"', true, false, false);
  const startsWithMark = text.startsWith('\ufeff');
  let wasSpace = false;
  for (let i = 0; i < text.length; i++) {
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (character === ' ') {
      if (mayFold && !wasSpace && emitter.column > BEST_WIDTH && i > 0 && i < text.length - 1) {
        emitter.writeIndent();
        if (text.charAt(i + 1) === ' ') emitter.put('\\');
      } else emitter.put(character);
      wasSpace = true;
      continue;
    }
    // libyaml asks whether the text begins with a byte order mark at every character, and then escapes each of them.
    if (startsWithMark || needsEscape(character)) {
      for (const unit of escaped(character)) emitter.put(unit);
    } else emitter.put(character);
    wasSpace = false;
    i += character.length - 1;
  }
  emitter.writeIndicator('"', false, false, false);
}

function needsEscape(character: string): boolean {
  return character === '"' || character === '\\' || isLineBreak(character) || !isPrintable(character);
}

function escaped(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const point = character.codePointAt(0) ?? 0;
  const [letter, digits] = point <= 0xff ? ['x', 2] : point <= 0xffff ? ['u', 4] : ['U', 8];
  return `\\${letter}${point.toString(16).toUpperCase().padStart(digits, '0')}`;
}

function writeLiteral(emitter: Emitter, text: string): void {
  emitter.writeIndicator('|', true, false, false);
  writeBlockHints(emitter, text);
  emitter.putBreak();
  emitter.isIndented = true;
  emitter.isBlank = true;
  let wasBreak = true;
  for (const character of text) {
    if (isLineBreak(character)) {
      emitter.putBreak(character);
      emitter.isIndented = true;
      wasBreak = true;
    } else {
      if (wasBreak) emitter.writeIndent();
      emitter.put(character);
      emitter.isIndented = false;
      wasBreak = false;
    }
  }
}

function writeBlockHints(emitter: Emitter, text: string): void {
  const first = text.charAt(0);
  if (first === ' ' || isLineBreak(first)) emitter.writeIndicator(String(BEST_INDENT), false, false, false);
  // Line breaks are single UTF-16 units.
  if (!isLineBreak(text.slice(-1))) emitter.writeIndicator('-', false, false, false);
  else if (text.length === 1 || isLineBreak(text.slice(-2, -1))) emitter.writeIndicator('+', false, false, false);
}
