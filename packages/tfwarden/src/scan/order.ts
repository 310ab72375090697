import type { Diagnostic } from '@tfwarden/hcl';
import type { ScanFinding } from './scan-finding.ts';

/** The one order of findings: path, line, column, id, then address. */
export function compareFindings(a: ScanFinding, b: ScanFinding): number {
  return (
    compareText(a.finding.range.file.name, b.finding.range.file.name) ||
    a.finding.range.start - b.finding.range.start ||
    compareText(a.rule.id, b.rule.id) ||
    a.finding.range.end - b.finding.range.end ||
    compareText(a.finding.messageId, b.finding.messageId) ||
    compareText(a.finding.address, b.finding.address) ||
    compareText(a.status, b.status)
  );
}

/** Diagnostics without a place come first. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.subject?.file.name ?? '', b.subject?.file.name ?? '') ||
    (a.subject?.start ?? 0) - (b.subject?.start ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.detail, b.detail)
  );
}

/** By UTF-16 code units: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
