import { isValidIdentifier } from '../syntax/identifier.ts';
import type { Attribute } from '../syntax/tree.ts';
import type { BodyPlace } from './body-place.ts';
import { leadStart } from './body-place.ts';
import { insertAtEnd, insertAtLine, openUp } from './insert-lines.ts';
import { removeItem } from './remove-item.ts';
import { replaceExpressionAt } from './replace-expression.ts';
import { readExpression } from './snippet.ts';
import type { SpliceResult } from './splice.ts';
import { refused, spliced } from './splice.ts';
import { lineIndent, lineTail, startOfLine } from './white-space.ts';

/** Replaces the value of an attribute, or adds the attribute. */
export function setAttributeIn(place: BodyPlace, name: string, expression: string): SpliceResult {
  const attribute = findAttribute(place, name);
  return attribute === undefined
    ? insertAttributeIn(place, name, expression)
    : replaceExpressionAt(place.body.file, place.style, attribute.expression, expression);
}

/** Adds an attribute; one that exists stays as it is. */
export function insertAttributeIn(place: BodyPlace, name: string, expressionText: string): SpliceResult {
  if (findAttribute(place, name) !== undefined) return spliced();
  if (!isValidIdentifier(name)) return refused(`\`${name}\` is not a name that an attribute can have.`);
  const expression = readExpression(expressionText);
  if (expression.kind === 'invalid') return refused(expression.problem);

  const anchor = findAnchor(place);
  const isApart = anchor !== undefined && !isOneLine(place, anchor);
  const text = `${name}${paddingFor(place, anchor, name)}= ${expression.text}`;
  const lines = { text, blankBefore: isApart, blankAfter: isApart };
  if (place.form === 'line') return spliced(openUp(place, lines, 'end'));
  if (anchor !== undefined) return spliced(insertAtLine(place, lineTail(place.text, anchor.end).end, lines));
  const first = place.items[0];
  if (first === undefined) return spliced(insertAtEnd(place, lines));
  return spliced(insertAtLine(place, leadStart(place, first), { ...lines, blankAfter: true }));
}

/** Removes an attribute, if there is one of that name. */
export function removeAttributeIn(place: BodyPlace, name: string): SpliceResult {
  const attribute = findAttribute(place, name);
  return attribute === undefined ? spliced() : spliced(removeItem(place, attribute));
}

function findAttribute(place: BodyPlace, name: string): Attribute | undefined {
  return place.body.attributes.find((attribute) => attribute.name === name);
}

/** Attributes that people write last in a block. */
const CLOSING_ATTRIBUTES: ReadonlySet<string> = new Set(['depends_on']);

/** The attribute that a new one comes behind. */
function findAnchor(place: BodyPlace): Attribute | undefined {
  const { attributes, blocks } = place.body;
  const firstBlock = blocks[0]?.start ?? Number.POSITIVE_INFINITY;
  const candidates = attributes.filter(({ name }) => !CLOSING_ATTRIBUTES.has(name));
  const leading = candidates.filter(({ start }) => start < firstBlock);
  return leading.findLast((attribute) => isOneLine(place, attribute)) ?? leading.at(-1) ?? candidates.at(-1);
}

function isOneLine(place: BodyPlace, attribute: Attribute): boolean {
  const feed = place.text.indexOf('\n', attribute.start);
  return feed < 0 || feed >= attribute.end;
}

/** Spaces that put `=` below that of the anchor, when its column leaves room; a formatted file is aligned afterwards in any case. */
function paddingFor(place: BodyPlace, anchor: Attribute | undefined, name: string): string {
  if (anchor === undefined || place.form === 'line' || !isOneLine(place, anchor)) return ' ';
  const indent = lineIndent(place.text, anchor.start);
  if (startOfLine(place.text, anchor.start) + indent.length !== anchor.start) return ' ';
  const gap = place.text.slice(anchor.nameRange.end, anchor.equalsRange.start);
  if (!/^ +$/.test(gap)) return ' ';
  return ' '.repeat(Math.max(1, anchor.equalsRange.start - anchor.start - name.length));
}
