import { jsonStringTemplate } from './json/json-template.ts';
import { PlainString } from './nodes.ts';
import type { Expression, ForExpression, JsonNode, ScopeTraversal } from './tree.ts';
import { pushChildren } from './walk.ts';

/**
 * The references to the scope in an expression, in source order; names that a `for` in it declares are left out.
 * hashicorp/hcl: `Variables`. A string of JSON syntax that is no valid template has none.
 */
export function referencesIn(expression: Expression): readonly ScopeTraversal[] {
  const first = quickAnswer(expression);
  if (first !== undefined) return first;
  const found: ScopeTraversal[] = [];
  collect(expression, found);
  return found;
}

const NONE: readonly ScopeTraversal[] = [];

/** Most expressions are a literal, a plain string or one reference. */
function quickAnswer(expression: Expression): readonly ScopeTraversal[] | undefined {
  switch (expression.kind) {
    case 'literal':
      return NONE;
    case 'scopeTraversal':
      return [expression];
    case 'template':
      if (expression instanceof PlainString) return NONE;
      return expression.parts.length === 1 && expression.parts[0]?.kind === 'literal' ? NONE : undefined;
    default:
      return undefined;
  }
}

/** Names declared by the `for` expressions around; a list, since there are hardly ever more than two. */
interface Locals {
  readonly key: string | undefined;
  readonly value: string;
  readonly outer: Locals | undefined;
}

interface Pending {
  readonly expression: Expression;
  readonly locals: Locals | undefined;
}

function collect(root: Expression, found: ScopeTraversal[]): void {
  const pending: Pending[] = [{ expression: root, locals: undefined }];
  const children: Expression[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { expression, locals } = next;
    switch (expression.kind) {
      case 'scopeTraversal':
        if (!isLocal(locals, expression.root.name)) found.push(expression);
        break;
      case 'for':
        pushFor(expression, locals, pending);
        break;
      case 'json':
        collectJson(expression.node, found);
        break;
      default:
        // Plain strings are most of what there is, and they make their parts only when asked.
        if (expression instanceof PlainString) break;
        children.length = 0;
        pushChildren(expression, children);
        for (const child of children) pending.push({ expression: child, locals });
    }
  }
}

function pushFor(node: ForExpression, outer: Locals | undefined, pending: Pending[]): void {
  const locals: Locals = { key: node.keyVariable, value: node.valueVariable, outer };
  if (node.condition !== undefined) pending.push({ expression: node.condition, locals });
  pending.push({ expression: node.valueExpression, locals });
  if (node.keyExpression !== undefined) pending.push({ expression: node.keyExpression, locals });
  pending.push({ expression: node.collection, locals: outer });
}

function isLocal(locals: Locals | undefined, name: string): boolean {
  for (let at = locals; at !== undefined; at = at.outer) if (at.key === name || at.value === name) return true;
  return false;
}

function collectJson(root: JsonNode, found: ScopeTraversal[]): void {
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    switch (node.kind) {
      case 'jsonString': {
        const { expression, diagnostics } = jsonStringTemplate(node);
        if (diagnostics.length === 0) found.push(...referencesIn(expression));
        break;
      }
      case 'jsonArray':
        for (let i = node.elements.length - 1; i >= 0; i--) {
          const element = node.elements[i];
          if (element !== undefined) pending.push(element);
        }
        break;
      case 'jsonObject':
        for (let i = node.properties.length - 1; i >= 0; i--) {
          const property = node.properties[i];
          if (property !== undefined) {
            pending.push(property.value, { kind: 'jsonString', ...property.nameRange, value: property.name });
          }
        }
        break;
      default:
    }
  }
}
