import type { Expression, ScopeTraversal } from '@tfwarden/hcl';
import { referencesIn } from '@tfwarden/hcl';

/** The traversals of an expression that its scope is asked for; found once per expression. */
export function staticReferences(expression: Expression): readonly ScopeTraversal[] {
  if (expression.kind === 'literal') return NONE;
  let references = KNOWN.get(expression);
  if (references === undefined) {
    references = referencesIn(expression);
    KNOWN.set(expression, references);
  }
  return references;
}

const NONE: readonly ScopeTraversal[] = [];
const KNOWN = new WeakMap<Expression, readonly ScopeTraversal[]>();
