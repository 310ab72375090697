import type { UnknownValue, Value } from '@tfwarden/hcl';
import type { JsonNode } from '../function/go/json-reader.ts';
import { readJson } from '../function/go/json-reader.ts';

/** A JSON document of which parts may be unknown before apply. */
export type PartialJson =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly text: PartialText }
  | { readonly kind: 'array'; readonly elements: readonly PartialJson[] }
  /** Members in source order, repetitions kept. */
  | { readonly kind: 'object'; readonly members: readonly (readonly [PartialText, PartialJson])[] }
  /** A place of the document that nothing is known of; it may stand for one value or, in an array, for any number of elements. */
  | { readonly kind: 'unknown'; readonly value: UnknownValue };

/** A text, or its pieces in order when some of them are unknown. */
export type PartialText = string | readonly (string | UnknownValue)[];

/** How deep documents may be nested; Go's `encoding/json` allows 10,000, which no policy comes near. */
const MAX_JSON_DEPTH = 200;

/**
 * Reads a text of JSON, known or in pieces (`UnknownValue.parts`), into one tree. An unknown piece inside quotes becomes a piece of that
 * string; anywhere else it becomes an `unknown` node.
 * @returns the tree; a message in the words of Go's `encoding/json` when the text is not JSON; an `unknown` node when the text has no parts
 */
export function readPartialJson(value: Value): PartialJson | string {
  if (value.kind === 'string') {
    const node = readJson(value.value, MAX_JSON_DEPTH);
    return node.kind === 'problem' ? node.message : withPieces(node, []);
  }
  if (value.kind !== 'unknown') return `expected a text of JSON, found a ${value.kind}`;
  if (value.parts === undefined) return { kind: 'unknown', value };

  const unknowns: UnknownValue[] = [];
  const text = withPlaceholders(flattenParts(value.parts), unknowns);
  if (text === undefined) return { kind: 'unknown', value };
  const node = readJson(text, MAX_JSON_DEPTH);
  // The unknown pieces may well complete what looks broken, such as a half object.
  return node.kind === 'problem' ? { kind: 'unknown', value } : withPieces(node, unknowns);
}

/** The text of a string value, or its pieces where it is unknown; undefined for a value of any other type. */
export function textOf(value: Value): PartialText | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'unknown') return undefined;
  return value.parts === undefined ? [value] : flattenParts(value.parts);
}

/** Replaces unknown pieces that have pieces of their own by those, and joins neighbouring texts. */
export function flattenParts(parts: readonly (string | UnknownValue)[]): readonly (string | UnknownValue)[] {
  const flat: (string | UnknownValue)[] = [];
  append(parts, flat, 0);
  return flat;
}

/** Pieces within pieces deeper than this stay unknown. */
const MAX_PART_DEPTH = 50;

function append(parts: readonly (string | UnknownValue)[], flat: (string | UnknownValue)[], depth: number): void {
  for (const part of parts) {
    const last = flat.at(-1);
    if (typeof part !== 'string') {
      if (part.parts === undefined || depth >= MAX_PART_DEPTH) flat.push(part);
      else append(part.parts, flat, depth + 1);
    } else if (typeof last === 'string') {
      flat[flat.length - 1] = last + part;
    } else if (part !== '') {
      flat.push(part);
    }
  }
}

/** Private-use characters around the number of an unknown piece; a text that has them itself is not read. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const OUTSIDE_STRING = '\ue002';

function withPlaceholders(parts: readonly (string | UnknownValue)[], unknowns: UnknownValue[]): string | undefined {
  let text = '';
  let isInString = false;
  for (const part of parts) {
    if (typeof part !== 'string') {
      const placeholder = `${OPEN}${unknowns.length}${CLOSE}`;
      text += isInString ? placeholder : `"${OUTSIDE_STRING}${placeholder}"`;
      unknowns.push(part);
      continue;
    }
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      if (unit >= 0xe000 && unit <= 0xe002) return undefined;
      if (unit === 0x22) isInString = !isInString;
      else if (unit === 0x5c && isInString) i++;
    }
    text += part;
  }
  return text;
}

function withPieces(node: JsonNode, unknowns: readonly UnknownValue[]): PartialJson {
  switch (node.kind) {
    case 'null':
    case 'bool':
    case 'number':
      return node;
    case 'string': {
      const text = splitPieces(node.value, unknowns);
      const only = typeof text === 'string' || !node.value.startsWith(OUTSIDE_STRING) ? undefined : text[1];
      return only === undefined || typeof only === 'string'
        ? { kind: 'string', text }
        : { kind: 'unknown', value: only };
    }
    case 'array':
      return { kind: 'array', elements: node.elements.map((element) => withPieces(element, unknowns)) };
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(([name, member]) => [splitPieces(name, unknowns), withPieces(member, unknowns)]),
      };
  }
}

function splitPieces(text: string, unknowns: readonly UnknownValue[]): PartialText {
  if (unknowns.length === 0 || !text.includes(OPEN)) return text;
  const pieces: (string | UnknownValue)[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf(OPEN, at);
    const close = open < 0 ? -1 : text.indexOf(CLOSE, open);
    const unknown = close < 0 ? undefined : unknowns[Number(text.slice(open + 1, close))];
    if (unknown === undefined) break;
    if (open > at) pieces.push(text.slice(at, open));
    pieces.push(unknown);
    at = close + 1;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
