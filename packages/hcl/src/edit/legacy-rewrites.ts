import type { TokenStream } from '../syntax/scanner.ts';
import * as Token from '../syntax/token.ts';
import type { Attribute, Block, Body } from '../syntax/tree.ts';
import { isPrintable } from '../text/printable.ts';
import type { MadeToken, TokenChange } from './token-table.ts';

/**
 * What `terraform fmt` changes besides spaces, in source order: interpolations that stand alone, types of variables in the syntax of
 * Terraform 0.11, and block labels.
 * @see hashicorp/terraform v1.11.4, internal/command/fmt.go, formatBody
 */
export function legacyRewrites(root: Body, tokens: TokenStream): Rewrites {
  const text = root.file.text;
  const changes: TokenChange[] = [];
  let losesCode = false;
  // A stack and not recursion: blocks may be nested deeper than the call stack.
  const pending: { readonly body: Body; readonly isVariable: boolean }[] = [{ body: root, isVariable: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const attribute of next.body.attributes) {
      if (next.isVariable && attribute.name === 'type') renewType(attribute, text, tokens, changes);
      else unwrapInterpolation(attribute, text, tokens, changes);
    }
    for (const block of next.body.blocks) {
      if (quoteLabels(block, text, tokens, changes)) losesCode = true;
      pending.push({ body: block.body, isVariable: next.body === root && block.type === 'variable' });
    }
  }
  return { changes: changes.toSorted((a, b) => a.at - b.at), losesCode };
}

export interface Rewrites {
  /** In order of the tokens, not overlapping. */
  readonly changes: readonly TokenChange[];
  /** A label or a comment between labels is not written again. */
  readonly losesCode: boolean;
}

const OPEN_PAREN: MadeToken = { type: Token.OPAREN, text: '(' };
const CLOSE_PAREN: MadeToken = { type: Token.CPAREN, text: ')' };

/** `"${x}"` becomes `x`, with parentheses when it runs over several lines. */
function unwrapInterpolation(attribute: Attribute, text: string, tokens: TokenStream, changes: TokenChange[]): void {
  const { start, end } = attribute.expression;
  // Nothing else can begin and end with these tokens, and looking at the text is cheaper than finding the tokens.
  if (!text.startsWith('"${', start) || !text.endsWith('}"', end)) return;
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, end) - 1;
  if (last - first + 1 < 5) return;
  const { types } = tokens;
  if (
    types[first] !== Token.OQUOTE ||
    types[first + 1] !== Token.TEMPLATE_INTERP ||
    types[last - 1] !== Token.TEMPLATE_SEQ_END ||
    types[last] !== Token.CQUOTE ||
    !isOneInterpolation(types, first + 2, last - 1)
  ) {
    return;
  }

  let inner = first + 2;
  while (inner < last - 1 && types[inner] === Token.NEWLINE) inner++;
  let innerEnd = last - 1;
  while (innerEnd > inner && types[innerEnd - 1] === Token.NEWLINE) innerEnd--;
  const needsParens = needsParentheses(types, inner, innerEnd);
  changes.push(
    { at: first, remove: inner - first, insert: needsParens ? [OPEN_PAREN] : [] },
    { at: innerEnd, remove: last + 1 - innerEnd, insert: needsParens ? [CLOSE_PAREN] : [] },
  );
}

/** No second interpolation and no literal text beside the first one; whatever stands in nested quotes is part of the expression. */
function isOneInterpolation(types: ArrayLike<number>, start: number, end: number): boolean {
  let quotes = 0;
  for (let token = start; token < end; token++) {
    switch (types[token] ?? Token.NIL) {
      case Token.OQUOTE:
        quotes++;
        break;
      case Token.CQUOTE:
        quotes--;
        break;
      case Token.TEMPLATE_INTERP:
      case Token.TEMPLATE_SEQ_END:
      case Token.QUOTED_LIT:
        if (quotes <= 0) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

function needsParentheses(types: ArrayLike<number>, start: number, end: number): boolean {
  let isMultiLine = false;
  for (let token = start; token < end && !isMultiLine; token++) isMultiLine = types[token] === Token.NEWLINE;
  return isMultiLine && !(types[start] === Token.OPAREN && types[end - 1] === Token.CPAREN);
}

/** Types that a string named in Terraform 0.11, whose collections held strings. */
const QUOTED_TYPES: ReadonlyMap<string, readonly MadeToken[]> = new Map([
  ['string', [{ type: Token.IDENT, text: 'string' }]],
  ['list', collectionOf('list', 'string')],
  ['map', collectionOf('map', 'string')],
]);

/** Collection types without an element type mean any element. */
const BARE_COLLECTIONS: ReadonlySet<string> = new Set(['list', 'map', 'set']);

function collectionOf(collection: string, element: string): readonly MadeToken[] {
  return [{ type: Token.IDENT, text: collection }, OPEN_PAREN, { type: Token.IDENT, text: element }, CLOSE_PAREN];
}

function renewType(attribute: Attribute, text: string, tokens: TokenStream, changes: TokenChange[]): void {
  const { start, end } = attribute.expression;
  const source = text.slice(start, end);
  if (BARE_COLLECTIONS.has(source)) {
    changes.push({ at: tokenAt(tokens, start), remove: 1, insert: collectionOf(source, 'any') });
  } else if (source.length > 2 && source.startsWith('"') && source.endsWith('"')) {
    const renewed = QUOTED_TYPES.get(source.slice(1, -1));
    if (renewed !== undefined) changes.push({ at: tokenAt(tokens, start), remove: 3, insert: renewed });
  }
}

/** Labels that `terraform fmt` would write as they are; the pattern holds no character that needs a closer look. */
const PLAIN_LABEL = /^"[\w./: -]*"$/;

/** @returns whether a label or a comment is lost */
function quoteLabels(block: Block, text: string, tokens: TokenStream, changes: TokenChange[]): boolean {
  const lastLabel = block.labelRanges.at(-1);
  if (lastLabel === undefined || hasPlainLabels(block, text)) return false;
  const first = tokenAt(tokens, block.typeRange.end);
  const end = tokenAt(tokens, lastLabel.end);
  const insert: MadeToken[] = [];
  let labelTokens = 0;
  let losesLabel = false;
  for (const [index, range] of block.labelRanges.entries()) {
    const label = block.labels[index] ?? '';
    // hclwrite knows a label by its number of tokens: a name, `""`, or one literal in quotes. It drops any other.
    const length = tokenAt(tokens, range.end) - tokenAt(tokens, range.start);
    labelTokens += length;
    if (length > 3) {
      losesLabel = true;
      continue;
    }
    insert.push({ type: Token.OQUOTE, text: '"' });
    if (label !== '') insert.push({ type: Token.QUOTED_LIT, text: escapeQuoted(label.normalize('NFC')) });
    insert.push({ type: Token.CQUOTE, text: '"' });
  }
  changes.push({ at: first, remove: end - first, insert });
  return losesLabel || labelTokens !== end - first;
}

function hasPlainLabels(block: Block, text: string): boolean {
  let end = block.typeRange.end;
  for (const range of block.labelRanges) {
    if (!/^[ \t]*$/.test(text.slice(end, range.start)) || !PLAIN_LABEL.test(text.slice(range.start, range.end)))
      return false;
    end = range.end;
  }
  return true;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/**
 * The text of a string between its quotes, escaped as hclwrite does: only what must be, and what cannot be printed.
 * @see hashicorp/hcl v2.23.0, hclwrite/generate.go, escapeQuotedStringLit
 */
export function escapeQuoted(value: string): string {
  let escaped = '';
  let index = 0;
  for (const character of value) {
    index += character.length;
    const escape = ESCAPES.get(character);
    if (escape !== undefined) escaped += escape;
    else if (character === '$' || character === '%')
      escaped += value[index] === '{' ? character + character : character;
    else if (isPrintable(character)) escaped += character;
    else escaped += unicodeEscape(character.codePointAt(0) ?? 0);
  }
  return escaped;
}

function unicodeEscape(codePoint: number): string {
  const digits = codePoint.toString(16);
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

/** The first token that begins at or behind an offset. */
function tokenAt(tokens: TokenStream, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
