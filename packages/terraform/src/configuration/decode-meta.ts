import type { DecodedBody, Diagnostic, Expression } from '@tfwarden/hcl';
import { startRange } from '@tfwarden/hcl';
import { caution, problem } from './problem.ts';
import { itemsOf, quotedTraversalOf, traversalOf } from './static-expression.ts';

/** `count` and `for_each` of a block; both at once are an error. */
export function readRepetition(
  content: DecodedBody,
  diagnostics: Diagnostic[],
): { readonly count: Expression | undefined; readonly forEach: Expression | undefined } {
  const count = content.attributes.get('count');
  const forEach = content.attributes.get('for_each');
  if (count !== undefined && forEach !== undefined) {
    diagnostics.push(
      problem(
        'count-and-for-each',
        'Invalid combination of "count" and "for_each"',
        'The "count" and "for_each" meta-arguments are mutually-exclusive, only one should be used to be explicit about the number of resources to be created.',
        forEach.nameRange,
      ),
    );
  }
  return { count: count?.expression, forEach: forEach?.expression };
}

/** The items of a list that must be written out; anything else is reported. */
export function requireItems(expression: Expression, diagnostics: Diagnostic[]): readonly Expression[] {
  const items = itemsOf(expression);
  if (items !== undefined) return items;
  const detail = 'A static list expression is required.';
  diagnostics.push(problem('invalid-list', 'Invalid expression', detail, startRange(expression), expression));
  return [];
}

/** The references of a list such as `depends_on`. */
export function readDependsOn(expression: Expression, diagnostics: Diagnostic[]): readonly Expression[] {
  const items = requireItems(expression, diagnostics);
  const references: Expression[] = [];
  for (const item of items) {
    const quoted = quotedTraversalOf(item);
    if (quoted !== undefined) {
      diagnostics.push(caution('quoted-reference', 'Quoted references are deprecated', QUOTED_REFERENCE, item));
      references.push(quoted);
    } else if (requireTraversal(item, diagnostics)) {
      references.push(item);
    }
  }
  return references;
}

/** Whether an expression is a reference with constant keys; if not, that is reported. */
export function requireTraversal(expression: Expression, diagnostics: Diagnostic[]): boolean {
  if (traversalOf(expression) !== undefined) return true;
  const detail =
    'A single static variable reference is required: only attribute access and indexing with constant keys. No calculations, function calls, template expressions, etc are allowed here.';
  diagnostics.push(problem('invalid-reference', 'Invalid expression', detail, expression));
  return false;
}

const QUOTED_REFERENCE =
  'In this context, references are expected literally rather than in quotes. Terraform 0.11 and earlier required quotes, but quoted references are now deprecated and will be removed in a future version of Terraform. Remove the quotes surrounding this reference to silence this warning.';
