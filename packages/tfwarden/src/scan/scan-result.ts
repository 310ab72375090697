import type { Severity } from '@tfwarden/checks';
import type { Diagnostic, ParsedFile, SourceFile } from '@tfwarden/hcl';
import type { Gap, RootSearch, SkippedFile } from '@tfwarden/terraform';
import type { IgnoreRecord } from '../ignore/ignores.ts';
import type { Rule } from './rule.ts';
import type { ScanFinding } from './scan-finding.ts';

/** Everything a scan found out; reports only render it. */
export interface ScanResult {
  /** In the order of path, line, column and id; of every status. */
  readonly findings: readonly ScanFinding[];
  /** Problems of the configuration and of ignore comments, in the order of file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
  readonly skipped: readonly SkippedFile[];
  /** Checks that threw, and roots whose evaluation did. */
  readonly defects: readonly RuleDefect[];
  readonly search: RootSearch;
  readonly roots: readonly string[];
  readonly counts: ScanCounts;
  readonly ignores: readonly IgnoreRecord[];
  /** Every rule that could have spoken, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** All configuration files read. */
  readonly files: ReadonlyMap<SourceFile, ParsedFile>;
}

export interface RuleDefect {
  /** Undefined when the evaluation of a whole root failed. */
  readonly ruleId: string | undefined;
  /** Of the resource; the folder of a root. */
  readonly address: string;
  readonly error: unknown;
}

export interface ScanCounts {
  readonly roots: number;
  /** Module instances, the roots included. */
  readonly modules: number;
  /** Instances of resources and data sources. */
  readonly resources: number;
  readonly files: number;
  /** Top-level blocks. */
  readonly blocks: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly failed: number;
  readonly passed: number;
  readonly ignored: number;
  readonly undetermined: number;
}

/** @returns whether a part of the configuration was not looked at, or not as Terraform would */
export function isIncomplete(result: ScanResult): boolean {
  return (
    result.gaps.length > 0 ||
    result.defects.length > 0 ||
    result.diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  );
}
