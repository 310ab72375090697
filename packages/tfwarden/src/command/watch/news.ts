import type { Diagnostic } from '@tfwarden/hcl';
import type { ScanFinding } from '../../scan/scan-finding.ts';

/** What one result has and another has not. */
export interface News {
  readonly appeared: readonly ScanFinding[];
  readonly gone: readonly ScanFinding[];
  readonly newProblems: readonly Diagnostic[];
  readonly goneProblems: readonly Diagnostic[];
}

/**
 * Compares what two scans show. A finding is the same when check, file, resource and words are: that it moved by some lines is no news.
 */
export function newsBetween(
  was: readonly ScanFinding[],
  is: readonly ScanFinding[],
  problemsBefore: readonly Diagnostic[],
  problemsNow: readonly Diagnostic[],
): News {
  // Most findings are of roots and modules that were not scanned again, and are the very same.
  const before = new Set(was.map(({ finding }) => finding));
  const now = new Set(is.map(({ finding }) => finding));
  const otherBefore = was.filter(({ finding }) => !now.has(finding));
  const otherNow = is.filter(({ finding }) => !before.has(finding));
  return {
    appeared: without(otherNow, otherBefore, keyOfFinding),
    gone: without(otherBefore, otherNow, keyOfFinding),
    newProblems: without(problemsNow, problemsBefore, keyOfDiagnostic),
    goneProblems: without(problemsBefore, problemsNow, keyOfDiagnostic),
  };
}

/** Those of `list` that `other` lacks; where both have the same several times, the later ones of what is too many. */
function without<T>(list: readonly T[], other: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return list.filter((item) => {
    const left = counts.get(keyOf(item)) ?? 0;
    if (left > 0) counts.set(keyOf(item), left - 1);
    return left === 0;
  });
}

function keyOfFinding({ rule, status, severity, finding }: ScanFinding): string {
  return [rule.id, status, severity, finding.range.file.name, finding.address, finding.message].join('\0');
}

function keyOfDiagnostic({ code, summary, detail, subject }: Diagnostic): string {
  return [code, summary, detail, subject?.file.name ?? ''].join('\0');
}
