import type { Expression, Value } from '@tfwarden/hcl';
import { itemExpression, memberExpression } from '../expression-part.ts';
import { boolOf, elementsOf, isMarked, membersOf, numberOf, waitsForOf } from '../known-value.ts';
import type { Place } from '../place.ts';
import { piecesOf, wholeText } from '../text-pieces.ts';
import type { AttributeView } from '../view.ts';
import type { DocumentNode } from './document.ts';

/** Deeper values are unknown; no policy nests so far. */
const MAX_DEPTH = 64;

/**
 * The document that `jsonencode` would make of a value.
 * @param expression written for exactly this value, for places; parts without an expression of their own have the place around them
 */
export function nodeOfValue(attribute: AttributeView, value: Value, expression: Expression | undefined): DocumentNode {
  const { owner, exists, enclosing, range } = attribute;
  const place: Place = {
    owner,
    exists,
    enclosing,
    range: expression ?? range,
    waitsFor: waitsForOf(value),
    explain: () => attribute.explain(),
  };
  return nodeAt({ place, value, expression, isSensitive: attribute.isSensitive, depth: 0 });
}

interface Part {
  readonly place: Place;
  readonly value: Value;
  readonly expression: Expression | undefined;
  readonly isSensitive: boolean;
  readonly depth: number;
}

function nodeAt(part: Part): DocumentNode {
  const { place, value, expression, depth } = part;
  const elements = elementsOf(value);
  const members = membersOf(value);
  if (value.kind === 'null') return { ...place, kind: 'scalar', value: null };
  if (depth > MAX_DEPTH) return { ...place, kind: 'unknown' };
  if (elements !== undefined) {
    const items = elements.map((element, i) => childOf(part, element, itemExpression(expression, i)));
    return { ...place, kind: 'array', items };
  }
  if (members !== undefined) {
    const nodes = new Map<string, DocumentNode>();
    for (const [key, member] of members) nodes.set(key, childOf(part, member, memberExpression(expression, key)));
    return { ...place, kind: 'object', members: nodes, hasUnknownNames: false };
  }
  if (value.kind === 'bool') return { ...place, kind: 'scalar', value: boolOf(value) === true };
  if (value.kind === 'number') return { ...place, kind: 'scalar', value: numberOf(value) ?? 0 };
  const pieces = piecesOf(value);
  const isText = value.kind === 'string' || (value.kind === 'unknown' && value.type.kind === 'string');
  if (pieces === undefined || !isText) return { ...place, kind: 'unknown' };
  const isSensitive = part.isSensitive || isMarked(value, 'sensitive');
  return { ...place, kind: 'text', pieces, text: wholeText(pieces), isSensitive };
}

function childOf(part: Part, value: Value, expression: Expression | undefined): DocumentNode {
  const place = { ...part.place, range: expression ?? part.place.range, waitsFor: waitsForOf(value) };
  return nodeAt({ place, value, expression, isSensitive: part.isSensitive, depth: part.depth + 1 });
}
