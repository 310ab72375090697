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
  return build(placeIn(attribute, expression, value), value, expression, 0);

  function build(place: Place, value: Value, expression: Expression | undefined, depth: number): DocumentNode {
    const elements = elementsOf(value);
    const members = membersOf(value);
    if (value.kind === 'null') return { ...place, kind: 'scalar', value: null };
    if (depth > MAX_DEPTH) return { ...place, kind: 'unknown' };
    if (elements !== undefined) {
      const items = elements.map((element, i) => child(place, element, itemExpression(expression, i), depth));
      return { ...place, kind: 'array', items };
    }
    if (members !== undefined) {
      const nodes = new Map<string, DocumentNode>();
      for (const [key, member] of members)
        nodes.set(key, child(place, member, memberExpression(expression, key), depth));
      return { ...place, kind: 'object', members: nodes, hasUnknownNames: false };
    }
    if (value.kind === 'bool') return { ...place, kind: 'scalar', value: boolOf(value) === true };
    if (value.kind === 'number') return { ...place, kind: 'scalar', value: numberOf(value) ?? 0 };
    const pieces = piecesOf(value);
    const isText = value.kind === 'string' || (value.kind === 'unknown' && value.type.kind === 'string');
    if (pieces === undefined || !isText) return { ...place, kind: 'unknown' };
    const isSensitive = isMarked(value, 'sensitive') || attribute.isSensitive;
    return { ...place, kind: 'text', pieces, text: wholeText(pieces), isSensitive };
  }

  function child(around: Place, value: Value, expression: Expression | undefined, depth: number): DocumentNode {
    const place = { ...around, range: expression ?? around.range, waitsFor: waitsForOf(value) };
    return build(place, value, expression, depth + 1);
  }
}

function placeIn(attribute: AttributeView, expression: Expression | undefined, value: Value): Place {
  const { owner, exists, enclosing, range } = attribute;
  const explain = (): ReturnType<Place['explain']> => attribute.explain();
  return { owner, exists, enclosing, range: expression ?? range, waitsFor: waitsForOf(value), explain };
}
