import type { Diagnostic } from '@tfwarden/hcl';
import type { ReportOptions } from '../../report/report-context.ts';
import { count } from '../../report/text.ts';
import type { ScanFinding } from '../../scan/scan-finding.ts';
import type { ScanResult } from '../../scan/scan-result.ts';
import type { News } from './news.ts';

/** Findings that the line of news names; the rest is counted. */
const MAX_NAMED = 3;

/** The news as one line, for below a report that shows everything. */
export function newsLine(news: News, options: ReportOptions): string {
  const { appeared, gone, newProblems, goneProblems } = news;
  const parts = [
    part(
      appeared.length,
      'new',
      appeared.map((found) => nameOf(found, options)),
    ),
    part(
      gone.length,
      'gone',
      gone.map((found) => nameOf(found, options)),
    ),
    part(newProblems.length, `new ${newProblems.length === 1 ? 'problem' : 'problems'}`, []),
    part(goneProblems.length, `${goneProblems.length === 1 ? 'problem' : 'problems'} gone`, []),
  ].filter((text) => text !== '');
  return `since the last scan: ${parts.length === 0 ? 'nothing new' : parts.join('; ')}\n`;
}

/** The news in full, a line each, for output that is only added to. */
export function newsLines(news: News, result: ScanResult, options: ReportOptions): string {
  const lines = [
    ...news.goneProblems.map((diagnostic) => `- ${problemLine(diagnostic, options)}`),
    ...news.newProblems.map((diagnostic) => `+ ${problemLine(diagnostic, options)}`),
    ...news.gone.map((found) => `- ${findingLine(found, options)}`),
    ...news.appeared.map((found) => `+ ${findingLine(found, options)}`),
  ];
  lines.push(`= ${count(result.counts.failed, 'finding')}, ${news.appeared.length} new, ${news.gone.length} gone`);
  return `${lines.join('\n')}\n`;
}

function part(number: number, what: string, names: readonly string[]): string {
  if (number === 0) return '';
  if (names.length === 0) return `${number} ${what}`;
  const rest = number - MAX_NAMED;
  return `${number} ${what} (${names.slice(0, MAX_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`;
}

function nameOf({ rule, finding }: ScanFinding, options: ReportOptions): string {
  return `${rule.id} ${options.pathOf(finding.range.file)}:${finding.range.file.lineOf(finding.range.start)}`;
}

function findingLine(found: ScanFinding, options: ReportOptions): string {
  const { severity, status, finding } = found;
  const words = status === 'failed' ? severity : `${status.toUpperCase()} ${severity}`;
  return `${words} ${nameOf(found, options)}: ${finding.message}`;
}

function problemLine({ severity, summary, detail, subject }: Diagnostic, options: ReportOptions): string {
  const place = subject === undefined ? '' : ` ${options.pathOf(subject.file)}:${subject.file.lineOf(subject.start)}`;
  return `${severity}${place}: ${summary}: ${detail.replaceAll(/\s+/g, ' ')}`;
}
