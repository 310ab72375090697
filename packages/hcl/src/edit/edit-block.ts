import type { Block } from '../syntax/tree.ts';
import type { BodyPlace, EditableBody, Item } from './body-place.ts';
import { childIndent, leadStart, placeOf } from './body-place.ts';
import { finishEdit, indentUnit } from './finish-edit.ts';
import { insertAtEnd, insertAtLine, openUp } from './insert-lines.ts';
import { escapeQuoted } from './legacy-rewrites.ts';
import { removeItem } from './remove-item.ts';
import type { Snippet } from './snippet.ts';
import { indentLines, isSameCode, readItems } from './snippet.ts';
import type { EditResult } from './text-edit.ts';
import { edited, notEditable, replacement } from './text-edit.ts';
import { lineTail } from './white-space.ts';

/** Where a block is inserted: directly before or behind an item of the body. */
export type BlockPosition = { readonly before: Item } | { readonly after: Item };

/**
 * Adds a block, or several, at the end of a body, with a blank line before it.
 * @param hclText  native syntax with any indentation; it is formatted and indented for its place
 * @returns no edits when the body has blocks with the same code already
 */
export function appendBlock(body: EditableBody, hclText: string): EditResult {
  return addBlock(body, hclText, undefined);
}

/** As `appendBlock`, at another position of the body, with blank lines around it. */
export function insertBlock(body: EditableBody, hclText: string, position: BlockPosition): EditResult {
  return addBlock(body, hclText, position);
}

/** Removes a block of a body with its lines, the comment behind it and the comments directly above it. */
export function removeBlock(body: EditableBody, block: Block): EditResult {
  const place = placeOf(body);
  if (place === undefined) return notEditable('Only bodies in native syntax are edited.', body);
  if (!place.items.includes(block)) return notEditable('The block does not belong to this body.', block);
  return finishEdit(place.file, [removeItem(place, block)]);
}

/** Adds a label behind those that the block has; no edits when the last one is this one already. */
export function addLabel(block: Block, label: string): EditResult {
  return block.labels.at(-1) === label ? edited([]) : setLabel(block, block.labels.length, label);
}

/**
 * Gives a block another label.
 * @param index  from 0; the number of labels adds one
 */
export function setLabel(block: Block, index: number, label: string): EditResult {
  const { file } = block;
  if (block.labels[index]?.normalize('NFC') === label.normalize('NFC')) return edited([]);
  const text = `"${escapeQuoted(label.normalize('NFC'))}"`;
  const range = block.labelRanges[index];
  if (range !== undefined) return finishEdit(file, [replacement(file, range.start, range.end, text)]);
  if (index !== block.labels.length) return notEditable(`The block has no label number ${index + 1}.`, block);
  const { end } = block.labelRanges.at(-1) ?? block.typeRange;
  return finishEdit(file, [replacement(file, end, end, ` ${text}`)]);
}

function addBlock(body: EditableBody, hclText: string, position: BlockPosition | undefined): EditResult {
  const place = placeOf(body);
  if (place === undefined) return notEditable('Only complete bodies in native syntax are edited.', body);
  const snippet = readItems(hclText);
  if (snippet.kind === 'invalid') return notEditable(`The text to add cannot be used: ${snippet.problem}.`, undefined);
  if (hasAll(place, snippet)) return edited([]);

  const lines = { text: snippet.text, blankBefore: true, blankAfter: true };
  if (position === undefined) return finishEdit(place.file, [insertAtEnd(place, lines)]);
  const neighbour = 'before' in position ? position.before : position.after;
  if (!place.items.includes(neighbour)) return notEditable('The neighbour does not belong to this body.', neighbour);
  if (place.form === 'line')
    return finishEdit(place.file, [openUp(place, lines, 'before' in position ? 'start' : 'end')]);
  const offset = 'before' in position ? leadStart(place, neighbour) : lineTail(place.text, neighbour.end).end;
  return finishEdit(place.file, [insertAtLine(place, offset, lines)]);
}

/** Whether the body has each item of the snippet already. */
function hasAll(place: BodyPlace, snippet: Extract<Snippet, { kind: 'snippet' }>): boolean {
  const indent = childIndent(place, indentUnit(place.file));
  return snippet.items.every((wanted) => {
    const code = indentLines(wanted.file.text.slice(wanted.start, wanted.end), indent, '\n', false);
    return place.items.some(
      (item) => isAlike(item, wanted) && isSameCode(place.text.slice(item.start, item.end), code),
    );
  });
}

/** A cheap test before the tokens are compared. */
function isAlike(a: Item, b: Item): boolean {
  return a.kind === 'block' ? b.kind === 'block' && a.type === b.type : b.kind === 'attribute' && a.name === b.name;
}
