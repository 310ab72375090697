import { positionsOf } from '@tfwarden/hcl';
import { stringify } from 'csv-stringify/sync';
import { type ReportInput, shownFindings } from './report-context.ts';

const HEADER = ['file', 'start_line', 'end_line', 'rule_id', 'severity', 'description', 'link', 'passed'] as const;

/** tfsec's columns, quoted as RFC 4180 says; cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function renderCsv(input: ReportInput): string {
  const rows = shownFindings(input).map((found) => {
    const { start, end } = positionsOf(found.finding.range);
    return [
      input.options.pathOf(found.finding.range.file),
      start.line,
      end.line,
      found.rule.id,
      found.severity,
      found.finding.message,
      found.rule.links[0] ?? '',
      found.status === 'passed' ? 'true' : 'false',
    ];
  });
  return stringify([HEADER, ...rows], { escape_formulas: true, record_delimiter: '\n' });
}
