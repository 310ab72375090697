import type { DecodedAttribute, DecodedBody, Diagnostic, Expression } from '@tfwarden/hcl';
import { problem } from './problem.ts';
import { itemsOf, traversalOf } from './static-expression.ts';

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

/** The references of a `depends_on` list. */
export function readDependsOn(expression: Expression, diagnostics: Diagnostic[]): readonly Expression[] {
  const items = itemsOf(expression);
  if (items === undefined) {
    const detail = 'A static list expression is required.';
    diagnostics.push(problem('invalid-depends-on', 'Invalid expression', detail, expression));
    return [];
  }
  return items.filter((item) => {
    if (traversalOf(item) !== undefined) return true;
    const detail =
      'A single static variable reference is required: only attribute access and indexing with constant keys. No calculations, function calls, template expressions, etc are allowed here.';
    diagnostics.push(problem('invalid-depends-on', 'Invalid expression', detail, item));
    return false;
  });
}

/** The expression of an attribute, when it is written. */
export function expressionOf(attribute: DecodedAttribute | undefined): Expression | undefined {
  return attribute?.expression;
}
