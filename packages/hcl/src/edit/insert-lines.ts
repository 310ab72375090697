import type { BodyPlace } from './body-place.ts';
import { childIndent, hasBlankLineBefore, ownIndent } from './body-place.ts';
import { indentUnit } from './finish-edit.ts';
import { indentLines } from './snippet.ts';
import type { TextEdit } from './text-edit.ts';
import { replacement } from './text-edit.ts';
import { isBlank, lineEndingAt, startOfLine } from './white-space.ts';

/** New lines for a body: formatted text with `\n` inside and none at its end. */
export interface NewLines {
  readonly text: string;
  /** A blank line goes before them, unless nothing or a blank line is there. */
  readonly blankBefore: boolean;
  /** A blank line goes behind them, unless nothing or a blank line is there. */
  readonly blankAfter: boolean;
}

/** Puts lines at `offset`, the start of a line of a body of several lines, or the end of a file. */
export function insertAtLine(place: BodyPlace, offset: number, lines: NewLines): TextEdit {
  const { file, text } = place;
  const ending = lineEndingAt(text, offset);
  const body = indentLines(lines.text, childIndent(place, indentUnit(file)), ending, true);
  const hasMoreBehind = offset < place.end && !isBlank(text, offset, place.end);
  if (offset > place.start && text.charCodeAt(offset - 1) !== 0x0a) {
    // The end of a file without a final newline; it stays without one.
    return replacement(file, offset, offset, `${ending}${lines.blankBefore ? ending : ''}${body}`);
  }
  const before = lines.blankBefore && hasItemBefore(place, offset) && !hasBlankLineBefore(text, offset) ? ending : '';
  const after = lines.blankAfter && hasMoreBehind && !startsWithBlankLine(text, offset) ? ending : '';
  return replacement(file, offset, offset, `${before}${body}${ending}${after}`);
}

/** Puts lines before the closing brace, or at the end of the file. */
export function insertAtEnd(place: BodyPlace, lines: NewLines): TextEdit {
  const { file, text, end } = place;
  if (place.form === 'line') return openUp(place, lines, 'end');
  const lineStart = startOfLine(text, end);
  if (lineStart >= place.start && isBlank(text, lineStart, end)) return insertAtLine(place, lineStart, lines);
  if (place.form === 'file') return insertAtLine(place, end, lines);

  // A comment stands before the closing brace on its line.
  const ending = lineEndingAt(text, end);
  const body = indentLines(lines.text, childIndent(place, indentUnit(file)), ending, true);
  let contentEnd = end;
  while (isBlank(text, contentEnd - 1, contentEnd)) contentEnd--;
  const blank = lines.blankBefore ? ending : '';
  return replacement(file, contentEnd, end, `${ending}${blank}${body}${ending}${ownIndent(place)}`);
}

/** Spreads `{ a = 1 }` over lines, with new ones before or behind what it holds. */
export function openUp(place: BodyPlace, lines: NewLines, where: 'start' | 'end'): TextEdit {
  const { file, text, start, end } = place;
  const ending = lineEndingAt(text, start);
  const indent = childIndent(place, indentUnit(file));
  const added = indentLines(lines.text, indent, ending, true);
  const content = text.slice(start, end).trim();
  const parts = content === '' ? [added] : where === 'start' ? [added, indent + content] : [indent + content, added];
  const blank = content !== '' && (where === 'start' ? lines.blankAfter : lines.blankBefore);
  const inner = parts.join(blank ? ending + ending : ending);
  return replacement(file, start, end, `${ending}${inner}${ending}${ownIndent(place)}`);
}

function hasItemBefore(place: BodyPlace, offset: number): boolean {
  // Behind an opening brace comes the rest of its line, which is no item.
  const start = place.form === 'file' ? place.start : place.text.indexOf('\n', place.start) + 1;
  return offset > start && !isBlank(place.text, start, offset);
}

function startsWithBlankLine(text: string, offset: number): boolean {
  const feed = text.indexOf('\n', offset);
  return feed >= 0 && isBlank(text, offset, feed);
}
