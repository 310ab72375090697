import type { Diagnostic, ParsedFile } from '@tfwarden/hcl';
import type { Gap, SkippedFile } from '@tfwarden/terraform';
import type { Directive } from '../ignore/directive.ts';
import type { Rule } from './rule.ts';
import type { ShownFinding } from './scan-finding.ts';
import type { RuleDefect } from './scan-result.ts';
import type { MistakesOfFolders } from './undeclared-references.ts';

/** What one root shows, before anything is known of the others. Made by `scanRoot`; `combine` makes the result of a scan of many. */
export interface RootReport {
  readonly directory: string;
  /** In the order in which checks and resources were visited. */
  readonly findings: readonly FindingOfRoot[];
  /** Every rule that could have spoken. */
  readonly rules: readonly Rule[];
  readonly defects: readonly RuleDefect[];
  readonly diagnostics: readonly Diagnostic[];
  /** References to what is not declared, whether the evaluation met them or not. */
  readonly undeclared: MistakesOfFolders;
  readonly gaps: readonly Gap[];
  /** All configuration files read for the root. */
  readonly files: readonly ParsedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly counts: RootCounts;
  /** Taken from what all roots may do together. A report stands for any scan that has that much left, and more. */
  readonly work: number;
}

export interface FindingOfRoot {
  readonly rule: Rule;
  readonly finding: ShownFinding;
  /** The ignore comment that covers it, when one does and comments count for the rule. */
  readonly directive: Directive | undefined;
}

export interface RootCounts {
  /** Module instances, the root included. */
  readonly modules: number;
  /** Instances of resources and data sources. */
  readonly resources: number;
  /** Top-level blocks. */
  readonly blocks: number;
}
