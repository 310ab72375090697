import type { AnyBody, Expression } from '@tfwarden/hcl';
import { jsonExpression } from '@tfwarden/hcl';
import { itemsOf } from '../configuration/static-expression.ts';
import type { BuiltinSchema } from '../evaluate/builtin-schema.ts';
import type { ScopedExpression } from './vertex.ts';

const NO_ITERATORS: ReadonlySet<string> = new Set();

/** Arguments of resources that hold references to attributes, not expressions. */
const NOT_EVALUATED: ReadonlySet<string> = new Set(['depends_on', 'provider', 'providers']);

/** What a resource of a type that is known exactly may refer to things in, besides its own arguments. */
const META: ReadonlySet<string> = new Set(['count', 'for_each', 'lifecycle', 'provisioner', 'connection']);

/**
 * All expressions of a body with everything nested in it, each with the iterators that are in scope.
 * @param schema the arguments of a resource, where they are known: what is not among them does not count
 */
export function expressionsIn(body: AnyBody, schema?: BuiltinSchema): readonly ScopedExpression[] {
  const found: ScopedExpression[] = [];
  const pending: { readonly body: AnyBody; readonly iterators: ReadonlySet<string> }[] = [
    { body, iterators: NO_ITERATORS },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { body: current, iterators } = next;
    if (current.kind === 'jsonBody') {
      found.push({ expression: jsonExpression(current.node), iterators });
      continue;
    }
    const counts = (name: string): boolean =>
      schema === undefined || current !== body || schema.has(name) || META.has(name);
    for (const { name, expression } of current.attributes) {
      if (!NOT_EVALUATED.has(name) && counts(name)) found.push({ expression, iterators });
    }
    for (const block of current.blocks) {
      if (!counts(block.type)) continue;
      if (block.type === 'lifecycle') {
        addLifecycle(block.body, found, iterators);
      } else if (block.type === 'dynamic' && block.labels[0] !== undefined) {
        const named = block.body.attributes.find(({ name }) => name === 'iterator')?.expression;
        const iterator = named?.kind === 'scopeTraversal' ? named.root.name : block.labels[0];
        const inner = new Set([...iterators, iterator]);
        for (const { name, expression } of block.body.attributes) {
          if (name === 'for_each') found.push({ expression, iterators });
          else if (name === 'labels') found.push({ expression, iterators: inner });
        }
        for (const content of block.body.blocks) pending.push({ body: content.body, iterators: inner });
      } else {
        pending.push({ body: block.body, iterators });
      }
    }
  }
  return found;
}

function addLifecycle(
  body: AnyBody & { readonly kind: 'body' },
  found: ScopedExpression[],
  iterators: ReadonlySet<string>,
): void {
  for (const { name, expression } of body.attributes) {
    const items: readonly Expression[] = name === 'replace_triggered_by' ? (itemsOf(expression) ?? []) : [];
    for (const item of items) found.push({ expression: item, iterators });
  }
  for (const block of body.blocks) {
    for (const { expression } of block.body.attributes) found.push({ expression, iterators });
  }
}
