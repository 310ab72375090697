import type { Origin, UnknownValue } from '@tfwarden/hcl';
import type { Place } from '../place.ts';
import { wholeText } from '../text-pieces.ts';
import type { AttributeView } from '../view.ts';
import type { DocumentNode } from './document.ts';
import type { LocatedText } from './located-text.ts';

/** Deeper documents are not read; no policy nests so far. */
const MAX_DEPTH = 64;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads JSON in which unknown pieces may stand for values or be inside strings. @returns undefined when it is not JSON */
export function parseJson(attribute: AttributeView, text: LocatedText): DocumentNode | undefined {
  const reader = new JsonReader(attribute, text);
  try {
    return reader.readDocument();
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

/** Leaves the reader; never leaves this file. */
class NotJson extends Error {}

class JsonReader {
  readonly #attribute: AttributeView;
  readonly #source: LocatedText;
  readonly #text: string;
  #at = 0;

  constructor(attribute: AttributeView, source: LocatedText) {
    this.#attribute = attribute;
    this.#source = source;
    this.#text = source.text;
  }

  readDocument(): DocumentNode {
    const node = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) throw new NotJson();
    return node;
  }

  #value(depth: number): DocumentNode {
    if (depth > MAX_DEPTH) throw new NotJson();
    this.#blanks();
    const start = this.#at;
    const unknown = this.#source.unknownAt.get(start);
    if (unknown !== undefined) {
      this.#at++;
      return { ...this.#place(start, unknown.waitsFor), kind: 'unknown' };
    }
    switch (this.#text[start]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#scalar(start);
    }
  }

  #scalar(start: number): DocumentNode {
    const word = /[-+.0-9A-Za-z]*/y;
    word.lastIndex = start;
    const token = word.exec(this.#text)?.[0] ?? '';
    this.#at += token.length;
    // Digits or letters around an unknown piece: `1${var.zeros}`.
    if (this.#source.unknownAt.has(this.#at)) throw new NotJson();
    return { ...this.#place(start, []), kind: 'scalar', value: scalarOf(token) };
  }

  #object(depth: number): DocumentNode {
    const start = this.#at++;
    const members = new Map<string, DocumentNode>();
    let hasUnknownNames = false;
    for (;;) {
      this.#blanks();
      if (this.#text[this.#at] === '}' && members.size === 0 && !hasUnknownNames) break;
      const name = this.#source.unknownAt.has(this.#at) ? this.#value(depth) : this.#string();
      this.#blanks();
      this.#expect(':');
      const value = this.#value(depth + 1);
      if (name.kind === 'text' && name.text !== undefined) members.set(name.text, value);
      else hasUnknownNames = true;
      this.#blanks();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
    }
    this.#expect('}');
    return { ...this.#place(start, []), kind: 'object', members, hasUnknownNames };
  }

  #array(depth: number): DocumentNode {
    const start = this.#at++;
    const items: DocumentNode[] = [];
    this.#blanks();
    if (this.#text[this.#at] !== ']') {
      for (;;) {
        items.push(this.#value(depth + 1));
        this.#blanks();
        if (this.#text[this.#at] !== ',') break;
        this.#at++;
      }
    }
    this.#expect(']');
    return { ...this.#place(start, []), kind: 'array', items };
  }

  #string(): DocumentNode {
    const start = this.#at;
    this.#expect('"');
    const pieces: (string | undefined)[] = [];
    const waitsFor: Origin[] = [];
    let piece = '';
    for (;;) {
      const unknown: UnknownValue | undefined = this.#source.unknownAt.get(this.#at);
      const character = this.#text[this.#at];
      if (character === undefined || character === '\n') throw new NotJson();
      this.#at++;
      if (unknown !== undefined) {
        if (piece !== '') pieces.push(piece);
        pieces.push(undefined);
        waitsFor.push(...unknown.waitsFor);
        piece = '';
      } else if (character === '"') {
        break;
      } else {
        piece += character === '\\' ? this.#escape() : character;
      }
    }
    if (piece !== '' || pieces.length === 0) pieces.push(piece);
    const { isSensitive } = this.#attribute;
    return { ...this.#place(start, waitsFor), kind: 'text', pieces, text: wholeText(pieces), isSensitive };
  }

  #escape(): string {
    const character = this.#text[this.#at++] ?? '';
    const simple = ESCAPES[character];
    if (simple !== undefined) return simple;
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (character !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) throw new NotJson();
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #blanks(): void {
    while (this.#at < this.#text.length && ' \t\r\n'.includes(this.#text[this.#at] ?? '')) this.#at++;
  }

  #expect(character: string): void {
    if (this.#text[this.#at] !== character) throw new NotJson();
    this.#at++;
  }

  #place(start: number, waitsFor: readonly Origin[]): Place {
    const attribute = this.#attribute;
    const { owner, exists, enclosing } = attribute;
    const range = this.#source.rangeOf(start, this.#at);
    return { owner, exists, enclosing, range, waitsFor, explain: () => attribute.explain() };
  }
}

function scalarOf(token: string): number | boolean | null {
  if (token === 'true') return true;
  if (token === 'false') return false;
  if (token === 'null') return null;
  if (!/^-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/.test(token)) throw new NotJson();
  return Number(token);
}
