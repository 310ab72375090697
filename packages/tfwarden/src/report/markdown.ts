import { positionsOf } from '@tfwarden/hcl';
import type { ScanFinding, ScanStatus } from '../scan/scan-finding.ts';
import { isIncomplete } from '../scan/scan-result.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';

const SECTIONS: readonly { readonly status: ScanStatus; readonly title: string }[] = [
  { status: 'failed', title: 'Failed' },
  { status: 'undetermined', title: 'Undetermined' },
  { status: 'ignored', title: 'Ignored' },
  { status: 'passed', title: 'Passed' },
];

/** Tables that a pull request shows; tfsec's columns. */
export function renderMarkdown(input: ReportInput): string {
  const { options, result } = input;
  const shown = shownFindings(input);
  const lines = ['# [tfwarden] Results'];
  let number = 0;
  for (const { status, title } of SECTIONS) {
    const found = shown.filter((item) => item.status === status);
    if (found.length === 0) continue;
    lines.push('', `## ${title}: ${found.length} issue(s)`, '');
    lines.push(
      '| # | ID | Severity | Title | Location | Description |',
      '|---|----|----------|-------|----------|-------------|',
    );
    for (const item of found) {
      number++;
      lines.push(row(item, number, options));
    }
  }
  if (shown.length === 0) lines.push('', '_No problems detected!_');
  if (result.diagnostics.length > 0) {
    lines.push('', `## Problems of the configuration: ${result.diagnostics.length}`, '');
    lines.push('| Code | Location | Problem |', '|------|----------|---------|');
    for (const diagnostic of result.diagnostics) {
      const { subject } = diagnostic;
      const place =
        subject === undefined ? '' : `\`${options.pathOf(subject.file)}:${subject.file.lineOf(subject.start)}\``;
      lines.push(
        `| \`${diagnostic.code}\` | ${cell(place)} | ${cell(`${diagnostic.summary}: ${diagnostic.detail}`)} |`,
      );
    }
  }
  if (isIncomplete(result)) lines.push('', '**The scan is incomplete.**');
  return `${lines.join('\n')}\n`;
}

function row(item: ScanFinding, number: number, options: ReportOptions): string {
  const { range } = item.finding;
  const { start, end } = positionsOf(range);
  const lines = end.line > start.line ? `${start.line}-${end.line}` : String(start.line);
  const place = `\`${options.pathOf(range.file)}:${lines}\``;
  const title =
    item.rule.links[0] === undefined
      ? `_${cell(item.rule.title)}_`
      : `[${cell(item.rule.title)}](${item.rule.links[0]})`;
  return `| ${number} | \`${item.rule.id}\` | *${item.severity}* | ${title} | ${cell(place)} | ${cell(item.finding.message)} |`;
}

/** Keeps the text inside its cell, and HTML in it from being one. Text between backticks is code already. */
function cell(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('')
    .replaceAll('|', '\\|')
    .replaceAll(/\r?\n/g, '<br>');
}
