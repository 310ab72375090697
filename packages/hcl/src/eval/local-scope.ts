import type { ScopeTraversal, SplatItem } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Value } from '../value/value.ts';
import type { FunctionDefinition, Resolved, Scope } from './scope.ts';

/** The names of a `for` expression, or the item of a splat, in front of the scope around it. One serves all iterations. */
export class LocalScope implements Scope {
  readonly parent: Scope | undefined;
  readonly names: readonly (string | undefined)[];
  readonly item: SplatItem | undefined;
  /** The current values of the names, or that of the item. */
  values: readonly Value[] = [];

  constructor(parent: Scope | undefined, names: readonly (string | undefined)[], item?: SplatItem) {
    this.parent = parent;
    this.names = names;
    this.item = item;
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
