import type { Diagnostic } from '@tfwarden/hcl';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import type { Check } from '../src/kit/check.ts';
import { evaluateChecks } from '../src/kit/evaluate-checks.ts';
import type { Defect, Finding } from '../src/kit/finding.ts';

/** Contents by path; the root module is the top folder. */
export type Files = Readonly<Record<string, string>>;

export interface ScanOfText {
  /** By file, place and message. */
  readonly findings: readonly Finding[];
  readonly defects: readonly Defect[];
  /** Errors of reading and evaluating the configuration. */
  readonly errors: readonly Diagnostic[];
}

/** The day of every scan in tests. */
const TODAY = '2026-01-01';

/** Evaluates a configuration in memory and runs checks on it. */
export function scanText(files: Files, checks: readonly Check[]): ScanOfText {
  const evaluation = openRoot(memoryFileSystem(files), '.');
  const { findings, defects } = evaluateChecks(evaluation, checks, { today: TODAY });
  const errors = evaluation.diagnostics().filter((diagnostic) => diagnostic.severity === 'error');
  return { findings: findings.toSorted(compareFindings), defects, errors };
}

/** Line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function compareFindings(a: Finding, b: Finding): number {
  const byFile = a.range.file.name < b.range.file.name ? -1 : Number(a.range.file.name > b.range.file.name);
  return (
    byFile || a.range.start - b.range.start || (a.messageId < b.messageId ? -1 : Number(a.messageId > b.messageId))
  );
}
