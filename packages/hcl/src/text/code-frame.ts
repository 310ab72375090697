import { type ShowLineOptions, type ShownLine, showLine, visible } from './frame-line.ts';
import { countClusters } from './grapheme.ts';
import { hostRange } from './host-range.ts';
import type { Range } from './range.ts';
import type { SourceFile } from './source-file.ts';

/** What a frame shows: one place with carets under it, and further places with a text each. */
export interface Frame {
  readonly primary: Range;
  /** Stands behind the carets. */
  readonly primaryLabel?: string;
  readonly labels?: readonly FrameLabel[];
}

export interface FrameLabel {
  readonly range: Range;
  readonly text: string;
}

/** Paints pieces of the frame; each function gives its text back with colours. */
export interface FramePalette {
  /** Line numbers, bars and the arrow. */
  readonly gutter: (text: string) => string;
  readonly primary: (text: string) => string;
  readonly secondary: (text: string) => string;
}

export interface FrameOptions {
  /** Lines shown before and after the primary place. Default 0. */
  readonly contextLines?: number;
  /** How a file is named in the frame. Default: its name. */
  readonly pathOf?: (file: SourceFile) => string;
  /** Columns that a text takes in the terminal. Default: one for each grapheme cluster. */
  readonly displayWidth?: (text: string) => number;
  /** Columns of source shown; longer lines are cut around the mark. Default 160. */
  readonly maxWidth?: number;
  /** Default: no colours. */
  readonly palette?: FramePalette;
}

const DEFAULT_MAX_WIDTH = 160;
/** A place over more lines than this is cut in the middle. */
const MAX_LINES_OF_PLACE = 8;
const NO_COLOURS: FramePalette = { gutter: (text) => text, primary: (text) => text, secondary: (text) => text };

/**
 * Shows places in source code, for people: the lines with their numbers, carets under the primary place, dashes under the others.
 * Places in other files follow in sections of their own; a place inside a JSON string is shown in the JSON file.
 * @returns lines joined with newlines, without one at the end
 */
export function renderFrame(frame: Frame, options: FrameOptions = {}): string {
  const palette = options.palette ?? NO_COLOURS;
  const primary: Mark = mark(frame.primary, frame.primaryLabel ?? '', true);
  const sections = new Map<SourceFile, Mark[]>([[primary.file, [primary]]]);
  for (const label of frame.labels ?? []) {
    const secondary = mark(label.range, label.text, false);
    const marks = sections.get(secondary.file);
    if (marks === undefined) sections.set(secondary.file, [secondary]);
    else marks.push(secondary);
  }

  const all = [...sections.values()];
  const numberWidth = Math.max(...all.map((marks) => String(lastShownLine(marks, options.contextLines ?? 0)).length));
  const context: Context = {
    palette,
    numberWidth,
    contextLines: options.contextLines ?? 0,
    pathOf: options.pathOf ?? ((file) => file.name),
    show: {
      maxWidth: options.maxWidth ?? DEFAULT_MAX_WIDTH,
      displayWidth: options.displayWidth ?? ((text) => countClusters(text, 0, text.length)),
    },
  };
  return all.flatMap((marks) => renderSection(marks, context)).join('\n');
}

/** One place, cut into what is needed of it. */
interface Mark {
  readonly file: SourceFile;
  readonly text: string;
  readonly isPrimary: boolean;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  /** The line of the last unit; the first line for an empty place. */
  readonly lastLine: number;
}

interface Context {
  readonly palette: FramePalette;
  readonly numberWidth: number;
  readonly contextLines: number;
  readonly pathOf: (file: SourceFile) => string;
  readonly show: ShowLineOptions;
}

function mark(place: Range, text: string, isPrimary: boolean): Mark {
  const { file, start, end } = hostRange(place);
  const firstLine = file.lineOf(start);
  const lastLine = end > start ? file.lineOf(end - 1) : firstLine;
  return { file, text: visible(text), isPrimary, start, end, firstLine, lastLine };
}

function lastShownLine(marks: readonly Mark[], contextLines: number): number {
  return Math.max(...marks.map((one) => one.lastLine + (one.isPrimary ? contextLines : 0)));
}

function renderSection(marks: readonly Mark[], context: Context): string[] {
  const [first] = marks;
  if (first === undefined) return [];
  const { palette, numberWidth } = context;
  const { file } = first;
  // One place may run over several lines and gets a bar at the side; others of that kind are shown by their first line.
  const long = marks.find((one) => one.lastLine > one.firstLine);
  const shown = linesToShow(marks, long, context.contextLines, file);
  const { line, column } = file.position(first.start);
  const bar = palette.gutter(`${' '.repeat(numberWidth + 2)}|`);
  const out = [`${' '.repeat(numberWidth + 1)}${palette.gutter('-->')} ${context.pathOf(file)}:${line}:${column}`, bar];
  let previous: number | undefined;
  for (const number of shown) {
    if (previous !== undefined && number > previous + 1) {
      const isInside = long !== undefined && previous >= long.firstLine && number <= long.lastLine;
      out.push(`${palette.gutter(' ...')}${isInside ? `${' '.repeat(numberWidth)}${paint(long, '|', palette)}` : ''}`);
    }
    previous = number;
    out.push(...renderLine(number, file, marks, long, bar, context));
  }
  out.push(bar);
  return out;
}

/** The lines to show, sorted; a single hidden line between two is shown too. */
function linesToShow(marks: readonly Mark[], long: Mark | undefined, contextLines: number, file: SourceFile): number[] {
  const lines = new Set<number>();
  const lastOfFile = file.origin.line + file.lineCount - 1;
  const add = (from: number, to: number): void => {
    for (let line = Math.max(file.origin.line, from); line <= Math.min(lastOfFile, to); line++) lines.add(line);
  };
  for (const one of marks) {
    add(one.firstLine, one.firstLine);
    if (one.isPrimary) {
      add(one.firstLine - contextLines, one.firstLine);
      add(one.lastLine + 1, one.lastLine + contextLines);
    }
  }
  if (long !== undefined) {
    if (long.lastLine - long.firstLine < MAX_LINES_OF_PLACE) {
      add(long.firstLine, long.lastLine);
    } else {
      add(long.firstLine, long.firstLine + MAX_LINES_OF_PLACE / 2 - 1);
      add(long.lastLine - 1, long.lastLine);
    }
  }
  for (const line of Array.from(lines)) if (lines.has(line + 2)) lines.add(line + 1);
  return [...lines].toSorted((a, b) => a - b);
}

/** A line of source and the rows of marks under it. */
function renderLine(
  number: number,
  file: SourceFile,
  marks: readonly Mark[],
  long: Mark | undefined,
  bar: string,
  context: Context,
): string[] {
  const { palette, numberWidth } = context;
  const lineStart = file.lineStart(number);
  const source = file.lineText(number);
  const own = marks.filter((one) => one !== long && one.firstLine === number);
  const focus = own[0]?.start ?? (long?.firstLine === number ? long.start : long?.lastLine === number ? long.end : 0);
  const skipped = number === file.origin.line && file.hasByteOrderMark() ? 1 : 0;
  const shown = showLine(source, Math.max(0, focus - lineStart - skipped), context.show);
  const offsetOf = (offset: number): number => Math.max(0, Math.min(source.length, offset - lineStart - skipped));

  const beginsAtIndent = long !== undefined && source.slice(0, offsetOf(long.start)).trim() === '';
  const side = long === undefined ? undefined : sideOf(long, number, beginsAtIndent);
  const margin = (sign: string): string => (long === undefined ? '' : `${paint(long, sign, palette)} `);
  const prefix = `${palette.gutter(` ${String(number).padStart(numberWidth)} |`)} `;
  const out = [`${prefix}${side === undefined ? '' : margin(side.beside)}${shown.text}`.trimEnd()];

  for (const row of markRows(own, shown, offsetOf, palette)) {
    out.push(`${bar} ${side === undefined ? '' : margin(side.below)}${row}`);
  }
  if (long !== undefined && long.firstLine === number && !beginsAtIndent) {
    const column = shown.columnOf(offsetOf(long.start));
    out.push(`${bar} ${paint(long, ` ${'_'.repeat(column + 1)}${signOf(long)}`, palette)}`);
  }
  if (long !== undefined && long.lastLine === number) {
    const column = Math.max(0, shown.columnOf(offsetOf(long.end - 1)));
    const text = long.text === '' ? '' : ` ${long.text}`;
    out.push(`${bar} ${paint(long, `|${'_'.repeat(column + 1)}${signOf(long)}${text}`, palette)}`);
  }
  return out;
}

/** What the bar of a long place shows beside a line and beside the marks under it. */
function sideOf(long: Mark, line: number, beginsAtIndent: boolean): { beside: string; below: string } {
  if (line < long.firstLine || line > long.lastLine) return { beside: ' ', below: ' ' };
  if (line === long.firstLine) return beginsAtIndent ? { beside: '/', below: '|' } : { beside: ' ', below: ' ' };
  return { beside: '|', below: '|' };
}

interface PlacedMark {
  readonly mark: Mark;
  readonly column: number;
  readonly width: number;
}

/** The row of carets and dashes under a line, with the text of the last mark; the other texts hang below on rows of their own. */
function markRows(
  marks: readonly Mark[],
  shown: ShownLine,
  offsetOf: (offset: number) => number,
  palette: FramePalette,
): string[] {
  if (marks.length === 0) return [];
  const placed: PlacedMark[] = marks
    .map((one) => {
      const column = shown.columnOf(offsetOf(one.start));
      return { mark: one, column, width: Math.max(1, shown.columnOf(offsetOf(one.end)) - column) };
    })
    .toSorted((a, b) => a.column - b.column || b.width - a.width);

  const cells: (Mark | undefined)[] = [];
  for (const isPrimary of [false, true]) {
    for (const { mark: one, column, width } of placed) {
      if (one.isPrimary === isPrimary) for (let i = 0; i < width; i++) cells[column + i] = one;
    }
  }
  const last = placed.find(({ mark: one }) => one === cells.at(-1) && one.text !== '');
  const inline = last === undefined ? '' : ` ${paint(last.mark, last.mark.text, palette)}`;
  const rows = [`${paintCells(cells, palette)}${inline}`];

  const hanging = placed.filter((one) => one.mark.text !== '' && one !== last);
  if (hanging.length > 0) rows.push(hangingRow(hanging, '', palette));
  for (let text = hanging.pop(); text !== undefined; text = hanging.pop()) {
    const { column } = text;
    const left = hanging.filter((one) => one.column < column);
    const before = hangingRow(left, ' '.repeat(column), palette);
    rows.push(`${before}${paint(text.mark, text.mark.text, palette)}`);
  }
  return rows;
}

/** A row with a bar under the beginning of each mark, filled up to the length of `fill`. */
function hangingRow(marks: readonly PlacedMark[], fill: string, palette: FramePalette): string {
  let row = '';
  let column = 0;
  for (const one of marks) {
    if (one.column < column) continue;
    row += `${' '.repeat(one.column - column)}${paint(one.mark, '|', palette)}`;
    column = one.column + 1;
  }
  return row + ' '.repeat(Math.max(0, fill.length - column));
}

function paintCells(cells: readonly (Mark | undefined)[], palette: FramePalette): string {
  let row = '';
  for (let i = 0; i < cells.length; ) {
    const one = cells[i];
    let end = i + 1;
    while (end < cells.length && cells[end] === one) end++;
    row += one === undefined ? ' '.repeat(end - i) : paint(one, signOf(one).repeat(end - i), palette);
    i = end;
  }
  return row;
}

function signOf(one: Mark): '^' | '-' {
  return one.isPrimary ? '^' : '-';
}

function paint(one: Mark, text: string, palette: FramePalette): string {
  return one.isPrimary ? palette.primary(text) : palette.secondary(text);
}
