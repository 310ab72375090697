import type { Block, Body } from '../syntax/tree.ts';
import type { EditableBody, Item } from './change.ts';
import type { GapLine } from './white-space.ts';
import { gapLines, isBlank, lineEndingAt, lineIndent, lineTail, skipGap, startOfLine } from './white-space.ts';

/** How the file around a body is written. */
export interface Style {
  /** What one level of nesting adds. */
  readonly indentUnit: string;
  /** Of the first line of the file; new lines take the one of their neighbours, if they have any. */
  readonly lineEnding: '\n' | '\r\n';
}

/** A body of native syntax as it lies in the text. */
export interface BodyPlace {
  readonly text: string;
  readonly style: Style;
  readonly body: Body;
  readonly items: readonly Item[];
  /** `line`: `{ a = 1 }` or `{}`, which must be opened up before anything is added. */
  readonly form: 'file' | 'lines' | 'line';
  /** Behind the opening brace, or where the file begins (behind a byte order mark). */
  readonly start: number;
  /** Where the closing brace stands, or the end of the file. */
  readonly end: number;
}

/** The body of a file. */
export function placeOfFile(body: Body, style: Style): BodyPlace {
  const { text } = body.file;
  return { text, style, body, items: itemsOf(body), form: 'file', start: 0, end: text.length };
}

/** The body of a block; undefined when it has no closing brace. */
export function placeOfBlock(block: Block, style: Style): BodyPlace | undefined {
  const { body } = block;
  const { text } = body.file;
  const items = itemsOf(body);
  const start = block.openBraceRange.end;
  const end = skipGap(text, items.at(-1)?.end ?? start);
  if (text[end] !== '}') return undefined;
  const opening = lineTail(text, start);
  return { text, style, body, items, form: opening.kind === 'newline' ? 'lines' : 'line', start, end };
}

/** Whether it is the body of a file. The range of a block's body begins with the brace, or, on one line, ends before the closing brace. */
export function isFileBody(target: EditableBody): boolean {
  return target.kind === 'body' && target.end === target.file.text.length && target.file.text[target.start] !== '{';
}

/** Attributes and blocks of a body in source order. */
export function itemsOf(body: Body): readonly Item[] {
  if (body.blocks.length === 0) return body.attributes;
  if (body.attributes.length === 0) return body.blocks;
  return [...body.attributes, ...body.blocks].toSorted((a, b) => a.start - b.start);
}

/**
 * The lines before an item that no other item stands on, the last of them being the one the item stands on. In a body of a block the
 * first of them is the rest of the line of the opening brace, when no item comes before.
 */
export function linesBefore(place: BodyPlace, item: Item): readonly GapLine[] {
  const previous = place.items[place.items.indexOf(item) - 1];
  const start = previous === undefined ? place.start : lineTail(place.text, previous.end).end;
  return gapLines(place.text, start, item.start);
}

/** Where the comments begin that stand directly above an item and on its line, or else its line. */
export function leadStart(place: BodyPlace, item: Item): number {
  const lines = linesBefore(place, item);
  const isFirst = place.items[0] === item;
  let index = lines.length - 1;
  // Behind an opening brace the first line belongs to the brace.
  const lowest = isFirst && place.form !== 'file' ? 1 : 0;
  while (index > lowest && lines[index - 1]?.hasComment === true) index--;
  return lines[Math.max(index, 0)]?.start ?? item.start;
}

/** The indentation of what stands in the body. */
export function childIndent(place: BodyPlace): string {
  if (place.form === 'file') return '';
  if (place.form === 'lines') {
    const last = place.items.at(-1);
    if (last !== undefined) return lineIndent(place.text, last.start);
    const comment = gapLines(place.text, place.start, place.end).find((line, index) => index > 0 && line.hasComment);
    if (comment !== undefined) return lineIndent(place.text, comment.start);
  }
  return ownIndent(place) + place.style.indentUnit;
}

/** The indentation of the line that the closing brace stands on, or will. */
export function ownIndent(place: BodyPlace): string {
  return place.form === 'file' ? '' : lineIndent(place.text, place.start - 1);
}

/** The line ending for new lines at an offset: that of the line before it, or else of the file. */
export function endingAt(place: BodyPlace, offset: number): '\n' | '\r\n' {
  return lineEndingAt(place.text, offset, place.style.lineEnding);
}

/** Whether the line that ends before `offset`, the start of a line, has nothing but white space. */
export function hasBlankLineBefore(text: string, offset: number): boolean {
  if (offset === 0) return false;
  return isBlank(text, startOfLine(text, offset - 1), offset);
}
