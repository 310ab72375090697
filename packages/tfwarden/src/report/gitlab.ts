import { positionsOf } from '@tfwarden/hcl';
import { fingerprintsOf } from '../scan/fingerprint.ts';
import { type ReportInput, shownFindings } from './report-context.ts';

const SEVERITY = { CRITICAL: 'blocker', HIGH: 'critical', MEDIUM: 'major', LOW: 'minor' } as const;

/** GitLab's code quality report. @see https://docs.gitlab.com/ci/testing/code_quality/ */
export function renderGitlab(input: ReportInput): string {
  const fingerprints = fingerprintsOf(input.result.findings, input.result.files);
  const issues = shownFindings(input)
    .filter((found) => found.status === 'failed')
    .map((found) => {
      const { start, end } = positionsOf(found.finding.range);
      return {
        description: found.finding.message,
        check_name: found.rule.id,
        fingerprint: fingerprints.get(found) ?? '',
        severity: SEVERITY[found.severity],
        location: {
          path: input.options.pathOf(found.finding.range.file),
          lines: { begin: start.line, end: end.line },
        },
      };
    });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
