import type { BodyPlace } from './body-place.ts';
import { childIndent, endingAt, hasBlankLineBefore, ownIndent } from './body-place.ts';
import { indentLines } from './snippet.ts';
import type { Splice } from './splice.ts';
import { isBlank, startOfLine } from './white-space.ts';

/** New lines for a body: formatted text with `\n` inside and none at its end. */
export interface NewLines {
  readonly text: string;
  /** A blank line goes before them, unless nothing or a blank line is there. */
  readonly blankBefore: boolean;
  /** A blank line goes behind them, unless nothing or a blank line is there. */
  readonly blankAfter: boolean;
}

/** Puts lines at `offset`, the start of a line of a body of several lines, or the end of a file. */
export function insertAtLine(place: BodyPlace, offset: number, lines: NewLines): Splice {
  const { text } = place;
  const ending = endingAt(place, offset);
  const body = indentLines(lines.text, childIndent(place), ending, true);
  const hasMoreBehind = offset < place.end && !isBlank(text, offset, place.end);
  if (offset > place.start && text.charCodeAt(offset - 1) !== 0x0a) {
    // The end of a file without a final newline; it stays without one.
    return { start: offset, end: offset, text: `${ending}${lines.blankBefore ? ending : ''}${body}` };
  }
  const before = lines.blankBefore && hasItemBefore(place, offset) && !hasBlankLineBefore(text, offset) ? ending : '';
  const after = lines.blankAfter && hasMoreBehind && !startsWithBlankLine(text, offset) ? ending : '';
  return { start: offset, end: offset, text: `${before}${body}${ending}${after}` };
}

/** Puts lines before the closing brace, or at the end of the file. */
export function insertAtEnd(place: BodyPlace, lines: NewLines): Splice {
  const { text, end } = place;
  if (place.form === 'line') return openUp(place, lines, 'end');
  const lineStart = startOfLine(text, end);
  if (lineStart >= place.start && isBlank(text, lineStart, end)) return insertAtLine(place, lineStart, lines);
  if (place.form === 'file') return insertAtLine(place, end, lines);

  // A comment stands before the closing brace on its line.
  const ending = endingAt(place, end);
  const body = indentLines(lines.text, childIndent(place), ending, true);
  let contentEnd = end;
  while (isBlank(text, contentEnd - 1, contentEnd)) contentEnd--;
  const blank = lines.blankBefore ? ending : '';
  return { start: contentEnd, end: end, text: `${ending}${blank}${body}${ending}${ownIndent(place)}` };
}

/** Spreads `{ a = 1 }` over lines, with new ones before or behind what it holds. */
export function openUp(place: BodyPlace, lines: NewLines, where: 'start' | 'end'): Splice {
  const { text, start, end } = place;
  const ending = endingAt(place, start);
  const indent = childIndent(place);
  const added = indentLines(lines.text, indent, ending, true);
  const content = text.slice(start, end).trim();
  const parts = content === '' ? [added] : where === 'start' ? [added, indent + content] : [indent + content, added];
  const blank = content !== '' && (where === 'start' ? lines.blankAfter : lines.blankBefore);
  const inner = parts.join(blank ? ending + ending : ending);
  return { start, end, text: `${ending}${inner}${ending}${ownIndent(place)}` };
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
