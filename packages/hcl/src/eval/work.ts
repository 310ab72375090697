import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { problem } from './problem.ts';
import type { WorkBudget } from './scope.ts';

/**
 * Takes work from what all evaluations may do together.
 * @returns false when it is used up, which is reported once, at the place that met it
 */
export function takeWork(
  budget: WorkBudget | undefined,
  work: number,
  place: Range,
  diagnostics: Diagnostic[],
): boolean {
  if (budget === undefined) return true;
  budget.left -= work;
  if (budget.left >= 0) return true;
  if (!budget.isReported) {
    budget.isReported = true;
    const detail =
      'The expressions of this configuration take too many steps together. What is left of the loops and calls is treated as unknown.';
    diagnostics.push(problem('Too much to evaluate', detail, place));
  }
  return false;
}
