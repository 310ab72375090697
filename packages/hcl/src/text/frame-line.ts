import { clusterEnd } from './grapheme.ts';

/** Spaces shown for a tab. */
const TAB = '    ';

/** Marks what was cut off a long line. */
const CUT = '…';

/** How much of a long line is shown before the first mark, in UTF-16 code units. */
const LEAD = 24;

/** One line of source as it is shown. */
export interface ShownLine {
  readonly text: string;
  /** The column, from 0, at which the unit of an offset is shown; offsets count from the start of the line. */
  columnOf(offset: number): number;
}

export interface ShowLineOptions {
  /** Columns that may be used. */
  readonly maxWidth: number;
  /** Columns that a text takes in a terminal. */
  readonly displayWidth: (text: string) => number;
}

/**
 * Prepares a line for showing: tabs become spaces, control characters are made visible, a long line is cut around `focus`.
 * @param focus  offset in the line, in UTF-16 code units
 */
export function showLine(line: string, focus: number, { maxWidth, displayWidth }: ShowLineOptions): ShownLine {
  const from = line.length > maxWidth && focus > maxWidth - LEAD ? alignedBefore(line, focus - LEAD) : 0;
  const columns: number[] = [];
  let text = from > 0 ? CUT : '';
  let width = from > 0 ? 1 : 0;
  let at = from;
  while (at < line.length) {
    const end = clusterEnd(line, at, line.length);
    const shown = visible(line.slice(at, end));
    const columnsTaken = displayWidth(shown);
    if (width + columnsTaken > maxWidth) {
      text += CUT;
      break;
    }
    for (; at < end; at++) columns.push(width);
    text += shown;
    width += columnsTaken;
  }
  const last = width;
  return { text: text.trimEnd(), columnOf: (offset) => (offset < from ? 0 : (columns[offset - from] ?? last)) };
}

/** An offset at or before the given one that does not split a pair. */
function alignedBefore(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

/**
 * Control characters as their pictures, so that a source cannot send commands to a terminal; marks that reorder text and broken
 * characters as U+FFFD.
 */
export function visible(text: string): string {
  let shown = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0x20 && point < 0x7f) shown += character;
    else if (point === 0x09) shown += TAB;
    else if (point < 0x20) shown += String.fromCharCode(0x2400 + point);
    else if (point === 0x7f) shown += '\u2421';
    else shown += isUnsafe(point) ? '\ufffd' : character;
  }
  return shown;
}

function isUnsafe(point: number): boolean {
  return (
    (point >= 0x80 && point <= 0x9f) ||
    (point >= 0x2028 && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069) ||
    (point >= 0xd800 && point <= 0xdfff) ||
    point === 0xfeff
  );
}
