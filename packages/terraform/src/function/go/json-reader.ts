import { quoteRune } from './quote.ts';
import { encodeUtf8 } from './utf8.ts';

/** A JSON document as read; numbers keep their text, members their order and repetitions. */
export type JsonNode =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly elements: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonNode])[] };

/** What is wrong with the document, in the words of Go's `encoding/json`. */
export interface JsonProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/**
 * Reads one JSON document as go-cty does, through Go's token reader: whatever follows the document is refused, except where it begins
 * with a closing bracket (observed with terraform 1.11.4: `jsondecode("{}]")` is `{}`).
 */
export function readJson(text: string, maxDepth: number): JsonNode | JsonProblem {
  const reader: Reader = { text, at: 0, maxDepth };
  try {
    const node = readValue(reader, 0, ' looking for beginning of value');
    skipSpace(reader);
    const next = text.charAt(reader.at);
    if (next !== '' && next !== ']' && next !== '}') fail('extraneous data after JSON object');
    return node;
  } catch (error) {
    if (error instanceof JsonFailure) return { kind: 'problem', message: error.message };
    throw error;
  }
}

interface Reader {
  readonly text: string;
  readonly maxDepth: number;
  at: number;
}

/** Never leaves this file. */
class JsonFailure extends Error {}

const UNEXPECTED = 'unexpected EOF';
const NULL_NODE: JsonNode = { kind: 'null' };
const TRUE_NODE: JsonNode = { kind: 'bool', value: true };
const FALSE_NODE: JsonNode = { kind: 'bool', value: false };

function fail(message: string): never {
  throw new JsonFailure(message);
}

/** @param atEnd what Go says where the text ends: between tokens it is surprised less than inside of one */
function failAt(reader: Reader, context: string, atEnd: string = 'EOF'): never {
  const [byte] = encodeUtf8(String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0));
  if (reader.at >= reader.text.length) return fail(atEnd);
  // Go shows the first byte, as if it were a character.
  return fail(`invalid character ${quoteRune(String.fromCharCode(byte ?? 0))}${context}`);
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (; reader.at < text.length; reader.at++) {
    const unit = text.charCodeAt(reader.at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return;
  }
}

function readValue(reader: Reader, depth: number, context: string): JsonNode {
  if (depth > reader.maxDepth) fail(`the document is nested more than ${reader.maxDepth} levels deep`);
  skipSpace(reader);
  const character = reader.text.charAt(reader.at);
  switch (character) {
    case '':
      return fail('EOF');
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return { kind: 'string', value: readString(reader) };
    case 't':
      return readLiteral(reader, 'true', TRUE_NODE);
    case 'f':
      return readLiteral(reader, 'false', FALSE_NODE);
    case 'n':
      return readLiteral(reader, 'null', NULL_NODE);
    default:
      if (character === '-' || isDigit(reader.text.charCodeAt(reader.at))) return readNumber(reader);
      return failAt(reader, context);
  }
}

function readObject(reader: Reader, depth: number): JsonNode {
  const members: (readonly [string, JsonNode])[] = [];
  reader.at++;
  skipSpace(reader);
  if (reader.text.charAt(reader.at) === '}') {
    reader.at++;
    return { kind: 'object', members };
  }
  for (;;) {
    skipSpace(reader);
    if (reader.text.charAt(reader.at) !== '"') {
      failAt(reader, members.length === 0 ? '' : ' looking for beginning of object key string');
    }
    const name = readString(reader);
    skipSpace(reader);
    if (reader.text.charAt(reader.at) !== ':') failAt(reader, ' after object key');
    reader.at++;
    members.push([name, readValue(reader, depth + 1, ' looking for beginning of value')]);
    skipSpace(reader);
    const next = reader.text.charAt(reader.at);
    if (next !== ',' && next !== '}') failAt(reader, ' after object key:value pair');
    reader.at++;
    if (next === '}') return { kind: 'object', members };
  }
}

function readArray(reader: Reader, depth: number): JsonNode {
  const elements: JsonNode[] = [];
  reader.at++;
  skipSpace(reader);
  if (reader.text.charAt(reader.at) === ']') {
    reader.at++;
    return { kind: 'array', elements };
  }
  for (;;) {
    elements.push(readValue(reader, depth + 1, ' looking for beginning of value'));
    skipSpace(reader);
    const next = reader.text.charAt(reader.at);
    if (next !== ',' && next !== ']') failAt(reader, ' after array element');
    reader.at++;
    if (next === ']') return { kind: 'array', elements };
  }
}

function readLiteral(reader: Reader, literal: string, node: JsonNode): JsonNode {
  for (const expected of literal) {
    if (reader.text.charAt(reader.at) !== expected) {
      failAt(reader, ` in literal ${literal} (expecting ${quoteRune(expected)})`, UNEXPECTED);
    }
    reader.at++;
  }
  return node;
}

function readNumber(reader: Reader): JsonNode {
  const { text } = reader;
  const start = reader.at;
  if (text.charAt(reader.at) === '-') reader.at++;
  if (text.charAt(reader.at) === '0') reader.at++;
  else readDigits(reader, ' in numeric literal');
  if (text.charAt(reader.at) === '.') {
    reader.at++;
    readDigits(reader, ' after decimal point in numeric literal');
  }
  if (text.charAt(reader.at) === 'e' || text.charAt(reader.at) === 'E') {
    reader.at++;
    if (text.charAt(reader.at) === '+' || text.charAt(reader.at) === '-') reader.at++;
    readDigits(reader, ' in exponent of numeric literal');
  }
  return { kind: 'number', text: text.slice(start, reader.at) };
}

function readDigits(reader: Reader, context: string): void {
  if (!isDigit(reader.text.charCodeAt(reader.at))) failAt(reader, context, UNEXPECTED);
  while (isDigit(reader.text.charCodeAt(reader.at))) reader.at++;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readString(reader: Reader): string {
  const { text } = reader;
  reader.at++;
  let value = '';
  let start = reader.at;
  for (;;) {
    const unit = text.charCodeAt(reader.at);
    if (Number.isNaN(unit)) return fail(UNEXPECTED);
    if (unit === 0x22) {
      value += text.slice(start, reader.at++);
      return value;
    }
    if (unit < 0x20) return failAt(reader, ' in string literal', UNEXPECTED);
    if (unit !== 0x5c) {
      reader.at++;
      continue;
    }
    value += text.slice(start, reader.at++);
    value += readEscape(reader);
    start = reader.at;
  }
}

function readEscape(reader: Reader): string {
  const letter = reader.text.charAt(reader.at);
  if (letter !== 'u') {
    const simple = SIMPLE_ESCAPES[letter];
    if (simple === undefined) return failAt(reader, ' in string escape code', UNEXPECTED);
    reader.at++;
    return simple;
  }
  const unit = readHexUnit(reader);
  if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
  // Go joins a pair of escaped surrogates and replaces any other surrogate.
  if (unit <= 0xdbff && reader.text.startsWith('\\u', reader.at)) {
    const behindFirst = reader.at++;
    const low = readHexUnit(reader);
    if (low >= 0xdc00 && low <= 0xdfff) return String.fromCharCode(unit, low);
    reader.at = behindFirst;
  }
  return '\ufffd';
}

/** @param reader at the `u` */
function readHexUnit(reader: Reader): number {
  reader.at++;
  let unit = 0;
  for (let i = 0; i < 4; i++) {
    const digit = Number.parseInt(reader.text.charAt(reader.at), 16);
    if (Number.isNaN(digit)) return failAt(reader, ' in \\u hexadecimal character escape', UNEXPECTED);
    unit = unit * 16 + digit;
    reader.at++;
  }
  return unit;
}
