import type { Answer } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, not } from '../../kit/index.ts';

/** An event of CloudTrail by paths (`userIdentity.type`). Null is a field that it certainly lacks; of others nothing is known. */
export type TrailEvent = Readonly<Record<string, string | null>>;

/** Longest pattern that is read, in UTF-16 units; CloudWatch accepts 1,024 characters. */
const MAX_LENGTH = 8192;

/** Deepest nesting of parentheses that is read. */
const MAX_DEPTH = 32;

/** A pattern for JSON events as CloudWatch Logs reads it. */
export type FilterPattern =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterPattern[] }
  | { readonly kind: 'equals'; readonly path: string; readonly text: string; readonly isNegated: boolean }
  | { readonly kind: 'exists'; readonly path: string; readonly isNegated: boolean }
  /** The empty pattern. */
  | { readonly kind: 'everything' }
  /** Regular expressions, comparisons of numbers and the like, which say nothing that can be told here. */
  | { readonly kind: 'unknown' };

const UNKNOWN: FilterPattern = { kind: 'unknown' };

/**
 * Reads a filter pattern: `{ ($.eventName = CreateRoute) && ($.errorCode NOT EXISTS) }`. `&&` binds tighter than `||`.
 * @returns `unknown` for patterns of words and columns, and for what cannot be read
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parseFilterPattern(text: string): FilterPattern {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'everything' };
  if (trimmed.length > MAX_LENGTH) return UNKNOWN;
  const tokens = tokenize(trimmed);
  const position = { index: 1, depth: 0 };
  if (tokens[0] !== '{' || tokens.at(-1) !== '}') return UNKNOWN;
  const pattern = parseOr(tokens, position);
  return pattern !== undefined && position.index === tokens.length - 1 ? pattern : UNKNOWN;
}

/** Whether an event passes a pattern; `unknown` when that depends on what is not known about the event. */
export function matchesEvent(pattern: FilterPattern, event: TrailEvent): Answer {
  switch (pattern.kind) {
    case 'everything':
      return 'true';
    case 'unknown':
      return 'unknown';
    case 'and':
      return allOf(pattern.parts.map((part) => matchesEvent(part, event)));
    case 'or':
      return anyOf(pattern.parts.map((part) => matchesEvent(part, event)));
    case 'exists': {
      const field = fieldOf(event, pattern.path);
      if (field === undefined) return 'unknown';
      return answerOf((field === null) === pattern.isNegated);
    }
    case 'equals': {
      const field = fieldOf(event, pattern.path);
      if (field === undefined) return 'unknown';
      // What `!=` says of a field that is not there is not documented.
      if (field === null) return pattern.isNegated ? 'unknown' : 'false';
      const isEqual = answerOf(matchesWildcards(pattern.text, field));
      return pattern.isNegated ? not(isEqual) : isEqual;
    }
  }
}

/** The path comes from code that is scanned, and may be `constructor`. */
function fieldOf(event: TrailEvent, path: string): TrailEvent[string] | undefined {
  return Object.hasOwn(event, path) ? event[path] : undefined;
}

interface Position {
  index: number;
  depth: number;
}

/** Texts in quotes keep their opening quote, so that `"IS"` is no keyword. */
function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  const token = /\s*(?:"((?:[^"\\]|\\.)*)"|(&&|\|\||!=|<=|>=|[(){}=<>])|([^\s(){}=<>!&|"]+)|(\S))/gy;
  for (const [, quoted, operator, word, other] of text.matchAll(token)) {
    tokens.push(quoted === undefined ? (operator ?? word ?? other ?? '') : `"${quoted.replaceAll(/\\(.)/g, '$1')}`);
  }
  return tokens;
}

function parseOr(tokens: readonly string[], position: Position): FilterPattern | undefined {
  return parseChain(tokens, position, '||', (inner) => parseChain(tokens, inner, '&&', (at) => parseTerm(tokens, at)));
}

function parseChain(
  tokens: readonly string[],
  position: Position,
  operator: '||' | '&&',
  parsePart: (position: Position) => FilterPattern | undefined,
): FilterPattern | undefined {
  const parts: FilterPattern[] = [];
  for (;;) {
    const part = parsePart(position);
    if (part === undefined) return undefined;
    parts.push(part);
    if (tokens[position.index] !== operator) break;
    position.index++;
  }
  return parts.length === 1 ? parts[0] : { kind: operator === '&&' ? 'and' : 'or', parts };
}

function parseTerm(tokens: readonly string[], position: Position): FilterPattern | undefined {
  if (tokens[position.index] === '(') {
    if (position.depth >= MAX_DEPTH) return undefined;
    position.depth++;
    position.index++;
    const inner = parseOr(tokens, position);
    position.depth--;
    return tokens[position.index++] === ')' ? inner : undefined;
  }
  const selector = tokens[position.index++];
  if (selector?.startsWith('$.') !== true) return undefined;
  const path = selector.slice(2);
  const operator = tokens[position.index++]?.toUpperCase();
  if (operator === 'EXISTS') return { kind: 'exists', path, isNegated: false };
  const operand = tokens[position.index++];
  if (operand === undefined) return undefined;
  switch (operator) {
    case 'NOT':
      return operand.toUpperCase() === 'EXISTS' ? { kind: 'exists', path, isNegated: true } : undefined;
    case '=':
    case '!=':
      // A regular expression between percent signs.
      if (operand.startsWith('%')) return UNKNOWN;
      return { kind: 'equals', path, text: operand.replace(/^"/, ''), isNegated: operator === '!=' };
    case 'IS':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return UNKNOWN;
    case undefined:
    default:
      return undefined;
  }
}

/** Compares a text with a pattern in which `*` stands for any text. */
function matchesWildcards(pattern: string, text: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return text === pattern;
  if (!text.startsWith(start)) return false;
  let from = start.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return text.length - from >= end.length && text.endsWith(end);
}
