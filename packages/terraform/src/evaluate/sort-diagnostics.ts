import type { Diagnostic } from '@tfwarden/hcl';
import { compareNames } from '@tfwarden/hcl';

/** Diagnostics in the order of files and places; those without a place first. Equal ones appear once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted((a, b) => {
    const [x, y] = [a.subject, b.subject];
    if (x === undefined || y === undefined) return (x === undefined ? 0 : 1) - (y === undefined ? 0 : 1);
    return compareNames(x.file.name, y.file.name) || x.start - y.start || x.end - y.end || compareNames(a.code, b.code);
  });
  return sorted.filter((diagnostic, index) => {
    const previous = sorted[index - 1];
    return (
      previous === undefined ||
      previous.summary !== diagnostic.summary ||
      previous.detail !== diagnostic.detail ||
      previous.subject?.start !== diagnostic.subject?.start ||
      previous.subject?.file !== diagnostic.subject?.file
    );
  });
}
