import { hostRange, type Range } from '@tfwarden/hcl';
import { type Html, html } from './html-template.ts';
import type { ReportOptions } from './report-context.ts';

/** Lines around the place that help to recognise it. */
const CONTEXT_LINES = 2;
/** Lines of the place itself that are shown. */
const MAX_LINES = 14;

export interface HtmlLabel {
  readonly range: Range;
  readonly text: string;
}

/** The piece of source around a place, with the place marked and the labels below their lines. */
export function renderHtmlFrame(place: Range, allLabels: readonly HtmlLabel[], options: ReportOptions): Html {
  const primary = hostRange(place);
  const labels = allLabels.map((label) => ({ range: hostRange(label.range), text: label.text }));
  const { file } = primary;
  const first = file.lineOf(primary.start);
  const last = Math.min(file.lineOf(primary.end), first + MAX_LINES);
  const from = Math.max(1, first - CONTEXT_LINES);
  const to = Math.min(file.lineCount, last + CONTEXT_LINES);
  const here = labels.filter((label) => label.range.file === file);
  const lines: Html[] = [];
  const shown = new Set<number>();
  for (let line = from; line <= to; line++) shown.add(line);
  for (const label of here) shown.add(label.range.file.lineOf(label.range.start));
  let previous: number | undefined;
  for (const line of [...shown].toSorted((a, b) => a - b)) {
    if (previous !== undefined && line > previous + 1) lines.push(html`<tr class="gap"><td></td><td>\u2026</td></tr>`);
    previous = line;
    const own = here.filter((label) => label.range.file.lineOf(label.range.start) === line);
    const isHit = line >= first && line <= last;
    lines.push(
      html`<tr class="${isHit ? 'hit' : ''}"><td class="no">${line}</td><td><code>${markedLine(line, primary)}</code></td></tr>`,
    );
    for (const label of own) lines.push(html`<tr class="label"><td></td><td>\u2191 ${label.text}</td></tr>`);
  }
  const elsewhere = labels.filter((label) => label.range.file !== file);
  return html`${figureOf(primary, lines, options)}${elsewhere.map((label) => renderElsewhere(label, options))}`;
}

/** One line of another file, with the label below it. */
function renderElsewhere({ range, text }: HtmlLabel, options: ReportOptions): Html {
  const line = range.file.lineOf(range.start);
  const rows = [
    html`<tr><td class="no">${line}</td><td><code>${markedLine(line, range)}</code></td></tr>`,
    html`<tr class="label"><td></td><td>\u2191 ${text}</td></tr>`,
  ];
  return figureOf(range, rows, options);
}

function figureOf(range: Range, rows: readonly Html[], options: ReportOptions): Html {
  const { file, start } = range;
  return html`<figure class="frame"><figcaption>${options.pathOf(file)}:${file.lineOf(start)}</figcaption><table role="presentation"><tbody>${rows}</tbody></table></figure>`;
}

/** The text of a line with the part of the place in it marked. */
function markedLine(line: number, primary: Range): Html {
  const { file } = primary;
  const text = file.lineText(line);
  const start = file.lineStart(line);
  const from = Math.max(0, primary.start - start);
  const to = Math.min(text.length, primary.end - start);
  if (from >= to) return html`${text}`;
  return html`${text.slice(0, from)}<mark>${text.slice(from, to)}</mark>${text.slice(to)}`;
}
