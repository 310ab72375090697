import { positionsOf } from '@tfwarden/hcl';
import { type ReportInput, shownFindings } from './report-context.ts';

const LEVEL = { CRITICAL: 'error', HIGH: 'error', MEDIUM: 'warning', LOW: 'notice' } as const;

/**
 * Workflow commands that GitHub Actions shows as annotations in the changed files.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(input: ReportInput): string {
  const { options, result } = input;
  const lines = shownFindings(input)
    .filter((found) => found.status === 'failed')
    .map((found) => {
      const { start, end } = positionsOf(found.finding.range);
      const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
      const place = `file=${property(options.pathOf(found.finding.range.file))},line=${start.line},endLine=${end.line}${columns}`;
      const title = property(`${found.severity} ${found.rule.id}`);
      return `::${LEVEL[found.severity]} ${place},title=${title}::${data([found.finding.message, found.rule.resolution].filter((text) => text !== '').join('\n'))}`;
    });
  for (const diagnostic of result.diagnostics) {
    const { subject } = diagnostic;
    const place =
      subject === undefined
        ? ''
        : `file=${property(options.pathOf(subject.file))},line=${subject.file.lineOf(subject.start)},`;
    lines.push(
      `::${diagnostic.severity} ${place}title=${property(diagnostic.code)}::${data(`${diagnostic.summary}: ${diagnostic.detail}`)}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
