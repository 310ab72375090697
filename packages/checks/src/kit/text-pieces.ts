import type { UnknownValue, Value } from '@tfwarden/hcl';
import { textOf } from './known-value.ts';
import type { Place } from './place.ts';
import type { Answer } from './truth.ts';
import { answerOf } from './truth.ts';
import type { AttributeView } from './view.ts';

/** Known and unknown (undefined) pieces of a text, in order, without two known ones side by side. */
export type Pieces = readonly (string | undefined)[];

/** A text at a place, of which parts may be unknown: `arn:aws:s3:::${var.name}/*`. */
export interface Text extends Place {
  readonly pieces: Pieces;
  /** The whole text; undefined when a part is unknown. */
  readonly text: string | undefined;
  readonly isSensitive: boolean;
}

/** @returns undefined for lists, objects and null */
export function textOfAttribute(view: AttributeView): Text | undefined {
  const pieces = view.value === undefined ? undefined : piecesOf(view.value);
  if (pieces === undefined) return undefined;
  const { range, owner, exists, enclosing, waitsFor, isSensitive } = view;
  const text = wholeText(pieces);
  return { pieces, text, range, owner, exists, enclosing, waitsFor, isSensitive, explain: () => view.explain() };
}

export function includesText(text: Text, wanted: string): Answer {
  if (text.pieces.some((piece) => piece?.includes(wanted) === true)) return 'true';
  return text.text === undefined ? 'unknown' : 'false';
}

export function startsWithText(text: Text, prefix: string): Answer {
  const first = text.pieces[0];
  if (first === undefined) return text.text === undefined ? 'unknown' : answerOf(prefix === '');
  if (first.length >= prefix.length || text.text !== undefined) return answerOf(first.startsWith(prefix));
  return prefix.startsWith(first) ? 'unknown' : 'false';
}

export function endsWithText(text: Text, suffix: string): Answer {
  const last = text.pieces.at(-1);
  if (last === undefined) return text.text === undefined ? 'unknown' : answerOf(suffix === '');
  if (last.length >= suffix.length || text.text !== undefined) return answerOf(last.endsWith(suffix));
  return suffix.endsWith(last) ? 'unknown' : 'false';
}

export function equalsText(text: Text, wanted: string, ignoreCase = false): Answer {
  if (text.text !== undefined) {
    return answerOf(text.text === wanted || (ignoreCase && text.text.toLowerCase() === wanted.toLowerCase()));
  }
  let position = 0;
  const haystack = ignoreCase ? wanted.toLowerCase() : wanted;
  for (const piece of text.pieces) {
    if (piece === undefined) continue;
    position = haystack.indexOf(ignoreCase ? piece.toLowerCase() : piece, position);
    if (position < 0) return 'false';
    position += piece.length;
  }
  return 'unknown';
}

/** Pieces of a value as text; undefined for lists, objects and null. */
export function piecesOf(value: Value): Pieces | undefined {
  if (value.kind === 'unknown') return piecesOfUnknown(value);
  const text = textOf(value);
  return text === undefined ? undefined : [text];
}

export function wholeText(pieces: Pieces): string | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function piecesOfUnknown(value: UnknownValue): Pieces {
  if (value.parts === undefined) {
    const prefix = value.refinement?.prefix ?? '';
    return prefix === '' ? [undefined] : [prefix, undefined];
  }
  const pieces: (string | undefined)[] = [];
  for (const part of value.parts) {
    const last = pieces.at(-1);
    if (typeof part !== 'string') pieces.push(undefined);
    else if (last !== undefined) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
