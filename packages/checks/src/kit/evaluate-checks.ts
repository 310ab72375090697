import type { Evaluation } from '@tfwarden/terraform';
import type { Check } from './check.ts';
import type { Defect, Finding } from './finding.ts';

export interface EvaluateOptions {
  /** Adds a finding of status `passed` for every check and instance with nothing to say. */
  readonly includePassed?: boolean;
}

export interface CheckResults {
  /** In no particular order; the same mistake reached in several ways is one finding. */
  readonly findings: readonly Finding[];
  readonly defects: readonly Defect[];
}

/** Runs checks on everything a root creates. A check that throws becomes a defect, and the others go on. */
export declare function evaluateChecks(
  evaluation: Evaluation,
  checks: readonly Check[],
  options?: EvaluateOptions,
): CheckResults;
