import type { ScopeTraversal, SplatItem } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import type { Value } from '../value/value.ts';
import { problem } from './problem.ts';
import type { FunctionDefinition, Resolved, Scope, WorkBudget } from './scope.ts';
import { takeWork } from './work.ts';

/** Work that all loops within one loop may do together, in units that cost about a tenth of a microsecond. */
export const MAX_LOOP_WORK = 20_000_000;

/** A loop ends after so many problems: each further element would only repeat them. */
const MAX_LOOP_PROBLEMS = 1_000;

/** What one iteration costs, beside the functions it calls. */
const ITERATION_COST = 4;

/** Shared by a loop and all loops in it, whose numbers of iterations multiply. */
interface Budget {
  left: number;
  isReported: boolean;
}

/** The names of a `for` expression, or the item of a splat, in front of the scope around it. One serves all iterations. */
export class LocalScope implements Scope {
  readonly parent: Scope | undefined;
  readonly names: readonly (string | undefined)[];
  readonly item: SplatItem | undefined;
  /** The current values of the names, or that of the item. */
  values: readonly Value[] = [];
  readonly #budget: Budget;
  /** Of the scope around the outermost loop. */
  readonly work: WorkBudget | undefined;
  /** Problems there were before the first iteration. */
  #problemsBefore = -1;

  constructor(parent: Scope | undefined, names: readonly (string | undefined)[], item?: SplatItem) {
    this.parent = parent;
    this.names = names;
    this.item = item;
    this.work = parent?.work;
    this.#budget = parent instanceof LocalScope ? parent.#budget : { left: MAX_LOOP_WORK, isReported: false };
  }

  /**
   * Takes one iteration from the budget.
   * @returns false when it is used up, which is reported once, at the loop that met it, or when there were too many problems
   */
  iterate(loop: Range, diagnostics: Diagnostic[]): boolean {
    if (this.#problemsBefore < 0) this.#problemsBefore = diagnostics.length;
    if (diagnostics.length - this.#problemsBefore > MAX_LOOP_PROBLEMS) return false;
    const budget = this.#budget;
    budget.left -= ITERATION_COST;
    if (!takeWork(this.work, ITERATION_COST, loop, diagnostics)) return false;
    if (budget.left >= 0) return true;
    if (!budget.isReported) {
      const detail = 'This loop and those around it take too many steps, so the result is treated as unknown.';
      diagnostics.push(problem('Loop too long', detail, loop));
      budget.isReported = true;
    }
    return false;
  }

  /** Takes the work of a function call from the budget; the next iteration meets its end. */
  spend(work: number): void {
    this.#budget.left -= work;
  }

  resolve(traversal: ScopeTraversal, diagnostics: Diagnostic[]): Resolved | undefined {
    const index = this.names.indexOf(traversal.root.name);
    const value = index < 0 ? undefined : this.values[index];
    return value === undefined ? this.parent?.resolve(traversal, diagnostics) : { value, stepsUsed: 0 };
  }

  findFunction(name: string): FunctionDefinition | undefined {
    return this.parent?.findFunction(name);
  }

  rootNames(): readonly string[] {
    const own = this.names.filter((name) => name !== undefined);
    return [...own, ...(this.parent?.rootNames?.() ?? [])];
  }

  functionNames(): readonly string[] {
    return this.parent?.functionNames?.() ?? [];
  }
}

/** @returns the current value of a splat's item; undefined outside of that splat */
export function itemValue(item: SplatItem, scope: Scope | undefined): Value | undefined {
  let current = scope;
  while (current instanceof LocalScope) {
    if (current.item === item) return current.values[0];
    current = current.parent;
  }
  return undefined;
}
