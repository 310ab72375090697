import { positionsOf, type Range } from '@tfwarden/hcl';
import type { Colours } from '../command/colour.ts';
import { displayWidth } from './display-width.ts';
import type { ReportOptions } from './report-context.ts';

/** What a frame shows: a place with a caret below it, and further places with a text each. */
export interface CodeFrame {
  readonly primary: Range;
  readonly labels: readonly { readonly range: Range; readonly text: string }[];
}

/** Lines of the source that one frame may show; a longer place is cut in the middle. */
const MAX_LINES = 12;

/**
 * The piece of source around a place, with line numbers and carets. Labels in the same file stand in the same frame, others in one of their own.
 * @returns lines without line breaks
 */
export function renderCodeFrame(frame: CodeFrame, options: ReportOptions, colour: (text: string) => string): readonly string[] {
  const { file } = frame.primary;
  const here = frame.labels.filter((label) => label.range.file === file);
  const elsewhere = frame.labels.filter((label) => label.range.file !== file);
  const lines = renderOne(frame.primary, here, options, colour);
  for (const label of elsewhere) {
    lines.push(...renderOne(label.range, [], options, options.colours.cyan, label.text));
  }
  return lines;
}

function renderOne(
  primary: Range,
  labels: CodeFrame['labels'],
  options: ReportOptions,
  colour: (text: string) => string,
  text = '',
): string[] {
  const { colours } = options;
  const { start } = positionsOf(primary);
  const marks = [{ range: primary, text, sign: '^', paint: colour }].concat(
    labels.map((label) => ({ range: label.range, text: label.text, sign: '-', paint: colours.cyan })),
  );
  const byLine = new Map<number, typeof marks>();
  for (const mark of marks) {
    const line = mark.range.file.lineOf(mark.range.start);
    byLine.set(line, [...(byLine.get(line) ?? []), mark]);
  }
  const shown = [...byLine.keys()].toSorted((a, b) => a - b).slice(0, MAX_LINES);
  const gutter = Math.max(2, String(shown.at(-1) ?? 1).length + 1);
  const bar = `${' '.repeat(gutter)} ${colours.blue('|')}`;
  const lines = [
    `${' '.repeat(gutter)}${colours.blue('-->')} ${options.pathOf(primary.file)}:${start.line}:${start.column}`,
    bar,
  ];
  let previous: number | undefined;
  for (const line of shown) {
    if (previous !== undefined && line > previous + 1) lines.push(colours.blue(' ...'));
    previous = line;
    const source = primary.file.lineText(line);
    lines.push(`${colours.blue(String(line).padStart(gutter))} ${colours.blue('|')} ${source.replaceAll('\t', '  ')}`.trimEnd());
    for (const mark of byLine.get(line) ?? []) lines.push(underline(mark, source, line, bar, colours));
  }
  lines.push(bar);
  return lines;
}

function underline(
  mark: { readonly range: Range; readonly text: string; readonly sign: string; readonly paint: (text: string) => string },
  source: string,
  line: number,
  bar: string,
  _colours: Colours,
): string {
  const lineStart = mark.range.file.lineStart(line);
  const from = Math.max(0, mark.range.start - lineStart);
  const to = Math.min(source.length, Math.max(from + 1, mark.range.end - lineStart));
  const before = displayWidth(source.slice(0, from).replaceAll('\t', '  '));
  const width = Math.max(1, displayWidth(source.slice(from, to).replaceAll('\t', '  ')));
  const signs = mark.paint(mark.sign.repeat(width));
  return `${bar} ${' '.repeat(before)}${signs}${mark.text === '' ? '' : ` ${mark.paint(mark.text)}`}`;
}
