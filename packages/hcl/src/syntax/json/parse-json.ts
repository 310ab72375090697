import type { Diagnostic } from '../../text/diagnostic.ts';
import { goQuote } from '../../text/go-quote.ts';
import type { PositionedRange, Range } from '../../text/range.ts';
import { positionsOf } from '../../text/range.ts';
import { boundsOfTokens, type Position, type SourceFile } from '../../text/source-file.ts';
import { numberValue } from '../../value/construct.ts';
import { parseNumber } from '../../value/number-text.ts';
import { suggestName } from '../name-suggestion.ts';
import { MAX_NESTING } from '../problem.ts';
import type { JsonBody, JsonInvalid, JsonNode, JsonObject, JsonProperty, ParsedFile } from '../tree.ts';
import { JSON_PROBLEMS, type JsonProblem } from './json-problem.ts';
import { decodeJsonString } from './json-string.ts';
import * as Json from './scan-json.ts';

export interface ParsedJson {
  readonly parsed: ParsedFile<JsonBody>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParsedJsonValue {
  readonly node: JsonNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses a configuration file in JSON syntax (`.tf.json`, `.tfvars.json`). Never throws; an object or array with a mistake in it is
 * dropped as a whole and reported, as hashicorp/hcl does.
 */
export function parseJson(file: SourceFile): ParsedJson {
  const { node, diagnostics } = parseJsonValue(file);
  if (node.kind === 'jsonObject' || node.kind === 'jsonArray') {
    return { parsed: fileOf(file, node), diagnostics };
  }
  const start = { file, start: 0, end: 0 };
  const empty: JsonObject = { kind: 'jsonObject', ...start, properties: [], openRange: start, closeRange: start };
  const rootProblem: Diagnostic = { severity: 'error', ...JSON_PROBLEMS.rootNotObject, subject: startOfJson(node) };
  return { parsed: fileOf(file, empty), diagnostics: [...diagnostics, rootProblem] };
}

function fileOf(file: SourceFile, node: JsonNode): ParsedFile<JsonBody> {
  return { file, body: { kind: 'jsonBody', file, start: node.start, end: node.end, node }, comments: [] };
}

/** Characters that make columns something else than units: only with them are the bounds of tokens needed. */
const COUNTED_DIFFERENTLY = /[\t\r\u0080-\uffff]/;

/** Parses a text that is one JSON value, whatever its kind. Never throws. */
export function parseJsonValue(file: SourceFile): ParsedJsonValue {
  const tokens = Json.scanJson(file);
  if (COUNTED_DIFFERENTLY.test(file.text)) file.tokenBounds = boundsOfTokens('json', tokens);
  const p = new JsonParser(tokens);
  const node = parseValue(p);
  if (p.diagnostics.length === 0 && p.type !== Json.EOF) p.report(JSON_PROBLEMS.extraData, p.here());
  return { node, diagnostics: p.diagnostics };
}

/** The tight place of a node: the opening bracket of an object or array, else all of it. hashicorp/hcl: `StartRange`. */
export function startOfJson(node: JsonNode): Range {
  return node.kind === 'jsonObject' || node.kind === 'jsonArray' ? node.openRange : node;
}

class JsonParser {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[] = [];
  /** Type of the next token. */
  type: number;
  depth = 0;
  private readonly tokens: Json.JsonTokens;
  private at = 0;

  constructor(tokens: Json.JsonTokens) {
    this.file = tokens.file;
    this.tokens = tokens;
    this.type = tokens.types[0] ?? Json.EOF;
  }

  /** Takes the next token; the end is never passed. @returns its range */
  read(): Range {
    const range = this.here();
    if (this.type !== Json.EOF) this.type = this.tokens.types[++this.at] ?? Json.EOF;
    return range;
  }

  /** The range of the next token. */
  here(): Range {
    const range = { file: this.file, start: this.tokens.starts[this.at] ?? 0, end: this.tokens.ends[this.at] ?? 0 };
    const invalidAt = this.type === Json.INVALID ? this.at : this.at - 1;
    if (this.tokens.types[invalidAt] !== Json.INVALID) return range;
    const { start: first } = positionsOf({ file: this.file, start: this.tokens.starts[invalidAt] ?? 0, end: 0 });
    // The scanner of hashicorp/hcl takes one byte of the character and stops there.
    const second = moved(first, 1);
    return positioned(range, this.type === Json.INVALID ? first : second, second);
  }

  textOf(range: Range): string {
    return this.file.text.slice(range.start, range.end);
  }

  report(problem: JsonProblem, subject: Range, context?: Range): void {
    this.diagnostics.push({ severity: 'error', ...problem, subject, context });
  }

  /** Skips to what seems to be the end of the object or array that is being read. */
  recover(first: number, open: number, close: number): void {
    let nesting = 1;
    for (let type = first; type !== Json.EOF; ) {
      if (type === open) nesting++;
      else if (type === close && --nesting <= 1) return;
      type = this.type;
      this.read();
    }
  }
}

function positioned(range: Range, startPosition: Position, endPosition: Position): PositionedRange {
  return { ...range, startPosition, endPosition };
}

function moved({ line, column, byte }: Position, by: number): Position {
  return { line, column: column + by, byte: byte + by };
}

function parseValue(p: JsonParser): JsonNode {
  switch (p.type) {
    case Json.OBRACE:
    case Json.OBRACK: {
      const start = p.here();
      if (p.depth >= MAX_NESTING) return skipDeep(p, start);
      p.depth++;
      const node = p.type === Json.OBRACE ? parseObject(p) : parseArray(p);
      p.depth--;
      return node ?? invalid(start);
    }
    case Json.NUMBER:
      return parseNumberNode(p);
    case Json.STRING:
      return parseString(p);
    case Json.KEYWORD:
      return parseKeyword(p);
    case Json.CBRACE:
      p.report(JSON_PROBLEMS.missingValue, p.here());
      break;
    case Json.CBRACK:
      p.report(JSON_PROBLEMS.missingElement, p.here());
      break;
    case Json.EOF:
      p.report(JSON_PROBLEMS.endsTooEarly, p.here());
      break;
    default:
      p.report(JSON_PROBLEMS.invalidStart, p.here());
  }
  return invalid(p.here());
}

function invalid(range: Range): JsonInvalid {
  return { ...range, kind: 'jsonInvalid' };
}

/** Reports once where nesting goes too far, and skips the object or array. */
function skipDeep(p: JsonParser, start: Range): JsonInvalid {
  p.report(JSON_PROBLEMS.tooDeep, start);
  let nesting = 0;
  do {
    if (p.type === Json.OBRACE || p.type === Json.OBRACK) nesting++;
    else if (p.type === Json.CBRACE || p.type === Json.CBRACK) nesting--;
    p.read();
  } while (nesting > 0 && p.type !== Json.EOF);
  return invalid(start);
}

function parseObject(p: JsonParser): JsonObject | undefined {
  const open = p.read();
  const properties: JsonProperty[] = [];
  while (p.type !== Json.CBRACE) {
    const name = parseValue(p);
    if (name.kind !== 'jsonString') {
      p.report(JSON_PROBLEMS.invalidName, startOfJson(name));
      return undefined;
    }
    const colonType = p.type;
    const colon = p.read();
    if (colonType !== Json.COLON) {
      p.recover(colonType, Json.OBRACE, Json.CBRACE);
      p.report(missingColon(colonType), colon);
      return undefined;
    }
    const value = parseValue(p);
    properties.push({ name: name.value, nameRange: { file: p.file, start: name.start, end: name.end }, value });
    if (p.type === Json.CBRACE) break;
    if (p.type !== Json.COMMA) {
      reportBadSeparator(p, open);
      return undefined;
    }
    const comma = p.read();
    // Only by now is it known whether the comma is the last.
    if (isClosing(p, Json.CBRACE)) {
      p.report(JSON_PROBLEMS.trailingObjectComma, comma);
      return undefined;
    }
  }
  const close = p.read();
  return {
    kind: 'jsonObject',
    file: p.file,
    start: open.start,
    end: close.end,
    properties,
    openRange: open,
    closeRange: close,
  };
}

function isClosing(p: JsonParser, type: number): boolean {
  return p.type === type;
}

function missingColon(type: number): JsonProblem {
  if (type === Json.CBRACE || type === Json.COMMA) return JSON_PROBLEMS.missingObjectValue;
  return type === Json.EQUALS ? JSON_PROBLEMS.equalsForColon : JSON_PROBLEMS.missingColon;
}

function reportBadSeparator(p: JsonParser, open: Range): void {
  const type = p.type;
  if (type === Json.EOF) {
    p.report(JSON_PROBLEMS.unclosedObject, open);
    return;
  }
  p.read();
  if (type === Json.CBRACK) {
    p.report(JSON_PROBLEMS.mismatchedBraces, p.here());
  } else {
    p.recover(type, Json.OBRACE, Json.CBRACE);
    p.report(JSON_PROBLEMS.missingPropertyComma, p.here());
  }
}

function parseArray(p: JsonParser): JsonNode | undefined {
  const open = p.read();
  const elements: JsonNode[] = [];
  while (p.type !== Json.CBRACK) {
    elements.push(parseValue(p));
    if (isClosing(p, Json.CBRACK)) break;
    if (p.type !== Json.COMMA) {
      const type = p.type;
      p.read();
      p.recover(type, Json.OBRACK, Json.CBRACK);
      const { problem, atOpen } = arrayProblem(type);
      p.report(problem, atOpen ? open : p.here());
      return undefined;
    }
    const comma = p.read();
    if (isClosing(p, Json.CBRACK)) {
      p.report(JSON_PROBLEMS.trailingArrayComma, comma);
      return undefined;
    }
  }
  const close = p.read();
  return { kind: 'jsonArray', file: p.file, start: open.start, end: close.end, elements, openRange: open };
}

function arrayProblem(type: number): { problem: JsonProblem; atOpen: boolean } {
  switch (type) {
    case Json.COLON:
      return { problem: JSON_PROBLEMS.colonInArray, atOpen: false };
    case Json.EOF:
      return { problem: JSON_PROBLEMS.unclosedArray, atOpen: true };
    case Json.CBRACE:
      return { problem: JSON_PROBLEMS.mismatchedBrackets, atOpen: false };
    default:
      return { problem: JSON_PROBLEMS.missingElementComma, atOpen: false };
  }
}

/** JSON's own grammar of numbers, which is narrower than that of cty. */
const NUMBER_GRAMMAR = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function parseNumberNode(p: JsonParser): JsonNode {
  const range = p.read();
  const text = p.textOf(range);
  const value = NUMBER_GRAMMAR.test(text) ? parseNumber(text) : undefined;
  if (value !== undefined) return { kind: 'jsonNumber', ...range, value: numberValue(value) };
  p.report(JSON_PROBLEMS.invalidNumber, range);
  return invalid(range);
}

function parseString(p: JsonParser): JsonNode {
  const range = p.read();
  const decoded = decodeJsonString(p.textOf(range));
  if ('value' in decoded) {
    return { kind: 'jsonString', file: range.file, start: range.start, end: range.end, value: decoded.value };
  }
  // hashicorp/hcl counts the bytes up to the mistake as columns.
  const from = moved(p.file.position(range.start), decoded.errorBytes);
  const offset = Math.min(range.end, range.start + decoded.errorBytes);
  const subject = positioned(
    { file: p.file, start: offset, end: Math.min(range.end, offset + 1) },
    from,
    moved(from, 1),
  );
  p.report(JSON_PROBLEMS.invalidString, subject, range);
  return invalid(range);
}

const JAVASCRIPT_WORDS: readonly string[] = ['undefined', 'NaN', 'Infinity'];
const KEYWORDS: readonly string[] = ['false', 'true', 'null'];

function parseKeyword(p: JsonParser): JsonNode {
  const range = p.read();
  const word = p.textOf(range);
  if (word === 'true' || word === 'false') return { kind: 'jsonBool', ...range, value: word === 'true' };
  if (word === 'null') return { kind: 'jsonNull', ...range };
  const { code, summary } = JSON_PROBLEMS.invalidKeyword;
  const suggestion = suggestName(word, KEYWORDS);
  const hint = suggestion === undefined ? '' : ` Did you mean ${goQuote(suggestion)}?`;
  const detail = JAVASCRIPT_WORDS.includes(word)
    ? `The JavaScript identifier ${goQuote(word)} cannot be used in JSON.`
    : `${goQuote(word)} is not a valid JSON keyword.${hint}`;
  p.report({ code, summary, detail }, range);
  return invalid(range);
}
