import type { Attribute, Expression } from '../syntax/tree.ts';
import type { BodyPlace, EditableBody } from './body-place.ts';
import { leadStart, placeOf } from './body-place.ts';
import { finishEdit } from './finish-edit.ts';
import { insertAtEnd, insertAtLine, openUp } from './insert-lines.ts';
import { removeItem } from './remove-item.ts';
import { indentLines, isSameCode, readExpression } from './snippet.ts';
import type { EditResult } from './text-edit.ts';
import { edited, notEditable, replacement } from './text-edit.ts';
import { lineEndingAt, lineIndent, lineTail, startOfLine } from './white-space.ts';

/**
 * Gives an attribute a value: replaces its expression, or adds the attribute where `insertAttribute` would. Comments stay.
 * @param expressionText  native syntax; it is formatted
 * @returns no edits when the attribute has this value already, whatever its spaces and comments
 */
export function setAttribute(body: EditableBody, name: string, expressionText: string): EditResult {
  const attribute = findAttribute(body, name);
  return attribute === undefined
    ? insertAttribute(body, name, expressionText)
    : replaceExpression(attribute.expression, expressionText);
}

/**
 * Adds an attribute; one that exists stays as it is. It comes behind the last attribute of one line that stands before the first block,
 * or else behind the last attribute, or else first in the body. `depends_on` stays last.
 */
export function insertAttribute(body: EditableBody, name: string, expressionText: string): EditResult {
  const place = placeOf(body);
  if (place === undefined) return notEditableBody(body);
  if (findAttribute(body, name) !== undefined) return edited([]);
  if (!isIdentifier(name)) return notEditable(`\`${name}\` is not a name that an attribute can have.`, undefined);
  const expression = readExpression(expressionText);
  if (expression.kind === 'invalid') return invalidExpression(expression.problem, expressionText);

  const anchor = findAnchor(place);
  const isApart = anchor !== undefined && !isOneLine(place, anchor);
  const text = `${name}${paddingFor(place, anchor, name)}= ${expression.text}`;
  const lines = { text, blankBefore: isApart, blankAfter: isApart };
  if (place.form === 'line') return finishEdit(place.file, [openUp(place, lines, 'end')]);
  if (anchor !== undefined) {
    return finishEdit(place.file, [insertAtLine(place, lineTail(place.text, anchor.end).end, lines)]);
  }
  const first = place.items[0];
  if (first === undefined) return finishEdit(place.file, [insertAtEnd(place, lines)]);
  return finishEdit(place.file, [insertAtLine(place, leadStart(place, first), { ...lines, blankAfter: true })]);
}

/**
 * Removes an attribute with its line, the comment behind it and the comments directly above it. The comments above stay when they may
 * speak of the attributes that follow too: when they begin a paragraph that goes on.
 * @returns no edits when there is no such attribute
 */
export function removeAttribute(body: EditableBody, name: string): EditResult {
  const place = placeOf(body);
  if (place === undefined) return notEditableBody(body);
  const attribute = findAttribute(body, name);
  return attribute === undefined ? edited([]) : finishEdit(place.file, [removeItem(place, attribute)]);
}

/**
 * Replaces a whole expression: the value of an attribute, an element of a list, an argument. Not for a part of a string, nor for an
 * operand, which may need parentheses that this does not add.
 */
export function replaceExpression(expression: Expression, expressionText: string): EditResult {
  const { file, start, end } = expression;
  if (expression.kind === 'json' || file.container !== undefined) {
    return notEditable('JSON syntax is not edited.', expression);
  }
  const wanted = readExpression(expressionText);
  if (wanted.kind === 'invalid') return invalidExpression(wanted.problem, expressionText);
  const ending = lineEndingAt(file.text, start);
  const text = indentLines(wanted.text, lineIndent(file.text, start), ending, false);
  if (isSameCode(file.text.slice(start, end), text)) return edited([]);
  if (!wanted.endsWithHeredoc) return finishEdit(file, [replacement(file, start, end, text)]);

  // The marker that ends a heredoc must be alone on its line.
  let rest = end;
  while (file.text.charCodeAt(rest) === 0x20 || file.text.charCodeAt(rest) === 0x09) rest++;
  const isAlone = rest === file.text.length || file.text.startsWith('\n', rest) || file.text.startsWith('\r\n', rest);
  const edit = isAlone
    ? replacement(file, start, end, text)
    : replacement(file, start, rest, text + ending + lineIndent(file.text, start));
  return finishEdit(file, [edit]);
}

/** The attribute of a body in native syntax. */
function findAttribute(body: EditableBody, name: string): Attribute | undefined {
  if (body.kind === 'jsonBody') return undefined;
  const { attributes } = body.kind === 'block' ? body.body : body;
  return attributes.find((attribute) => attribute.name === name);
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

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name);
}

function notEditableBody(body: EditableBody): EditResult {
  return body.kind === 'jsonBody' || body.file.container !== undefined
    ? notEditable('JSON syntax is not edited.', body)
    : notEditable('The body is not complete, so nothing can be added to it.', body);
}

function invalidExpression(problem: string, text: string): EditResult {
  return notEditable(`\`${text}\` is not an expression that can be written here: ${problem}.`, undefined);
}
