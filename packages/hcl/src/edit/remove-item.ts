import type { BodyPlace } from './body-place.ts';
import { hasBlankLineBefore, leadStart, linesBefore } from './body-place.ts';
import type { Item } from './change.ts';
import type { Splice } from './splice.ts';
import { isBlank, lineTail, startOfLine } from './white-space.ts';

/**
 * Removes an item with its lines and what belongs to it: the comment behind it, the comments directly above it, and a blank line that would
 * be one too many. Comments above an attribute stay when they begin a paragraph that goes on without it.
 */
export function removeItem(place: BodyPlace, item: Item): Splice {
  const { text } = place;
  if (place.form === 'line') return removeFromOneLine(place, item);

  const tail = lineTail(text, item.end);
  let { end } = tail;
  let start = keepsLead(place, item, end) ? ownLineStart(place, item) : leadStart(place, item);
  const bodyStart = place.form === 'file' ? place.start : text.indexOf('\n', place.start) + 1;
  const isFirst = start <= bodyStart;
  const nextFeed = text.indexOf('\n', end);
  const isNextBlank = nextFeed >= 0 && nextFeed < place.end && isBlank(text, end, nextFeed);
  const isLast = isBlank(text, end, place.end);

  if (isNextBlank && !isLast && (isFirst || hasBlankLineBefore(text, start))) end = nextFeed + 1;
  else if (isLast && !isFirst && hasBlankLineBefore(text, start)) start = startOfLine(text, start - 1);
  if (tail.kind === 'endOfFile' && start > place.start && !followsHeredoc(place, item)) {
    // The file ended without a newline, and still does.
    start--;
    if (start > place.start && text.charCodeAt(start - 1) === 0x0d) start--;
  }
  return { start, end, text: '' };
}

/** Whether the item before ends with the marker of a heredoc, which needs its newline. */
function followsHeredoc(place: BodyPlace, item: Item): boolean {
  const previous = place.items[place.items.indexOf(item) - 1];
  if (previous?.kind !== 'attribute') return false;
  const source = place.text.slice(previous.expression.start, previous.end);
  return source.includes('<<') && /^\s*[^\s"'()[\]{},]+$/.test(source.slice(source.lastIndexOf('\n') + 1));
}

/** `{ a = 1 }` becomes `{}`; comments stay. */
function removeFromOneLine(place: BodyPlace, item: Item): Splice {
  const { text, start, end } = place;
  const kept = [text.slice(start, item.start).trim(), text.slice(item.end, end).trim()].filter((part) => part !== '');
  return { start, end, text: kept.length === 0 ? '' : ` ${kept.join(' ')} ` };
}

/** Where the line of the item begins, with block comments before it on the line. */
function ownLineStart(place: BodyPlace, item: Item): number {
  return linesBefore(place, item).at(-1)?.start ?? item.start;
}

/** Whether the comments above may be about more than the item. */
function keepsLead(place: BodyPlace, item: Item, end: number): boolean {
  if (item.kind === 'block') return false;
  const start = leadStart(place, item);
  if (start === ownLineStart(place, item)) return false;
  const index = place.items.indexOf(item);
  const beginsParagraph = index === 0 || hasBlankLineBefore(place.text, start);
  const next = place.items[index + 1];
  return (
    beginsParagraph &&
    next?.kind === 'attribute' &&
    isBlank(place.text, end, next.start) &&
    !place.text.slice(end, next.start).includes('\n')
  );
}
