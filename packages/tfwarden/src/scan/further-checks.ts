import type { Evaluation } from '@tfwarden/terraform';
import type { Rule } from './rule.ts';
import type { RawFinding } from './scan-finding.ts';
import type { RuleDefect } from './scan-result.ts';

/** Checks that are not in the catalogue: custom ones, in whatever form they were written. */
export interface FurtherChecks {
  readonly rules: readonly Rule[];
  evaluate(evaluation: Evaluation): {
    readonly findings: readonly { readonly rule: Rule; readonly finding: RawFinding }[];
    readonly defects: readonly RuleDefect[];
  };
}
