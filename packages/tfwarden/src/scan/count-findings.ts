import type { Severity } from '@tfwarden/checks';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanCounts } from './scan-result.ts';

/** Totals by status, and of the failed ones by severity. */
export function countFindings(
  findings: readonly ScanFinding[],
): Pick<ScanCounts, 'bySeverity' | 'failed' | 'passed' | 'ignored' | 'undetermined'> {
  const bySeverity: Record<Severity, number> = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0 };
  const byStatus = { failed: 0, passed: 0, ignored: 0, undetermined: 0 };
  for (const finding of findings) {
    byStatus[finding.status]++;
    if (finding.status === 'failed') bySeverity[finding.severity]++;
  }
  return { bySeverity, ...byStatus };
}
