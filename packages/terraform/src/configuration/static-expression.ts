import type { Expression, ObjectItem, Range, ScopeTraversal } from '@tfwarden/hcl';
import { parseExpression, SourceFile } from '@tfwarden/hcl';

/** A function call as written, for expressions that are read and not evaluated. */
export interface StaticCall {
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
  /** From the opening to the closing parenthesis. */
  readonly argumentsRange: Range;
}

/** A pair of a map as written. */
export interface StaticPair {
  readonly key: Expression;
  readonly value: Expression;
}

/** The bare name an expression consists of, as hcl's `ExprAsKeyword`; a string in JSON syntax counts as what it says. */
export function keywordOf(expression: Expression): string | undefined {
  const native = nativeOf(expression);
  return native.kind === 'scopeTraversal' && native.steps.length === 0 ? native.root.name : undefined;
}

/** The call an expression consists of, as hcl's `ExprCall`. */
export function callOf(expression: Expression): StaticCall | undefined {
  const native = nativeOf(expression);
  if (native.kind !== 'functionCall') return undefined;
  const { name, nameRange, openRange, closeRange } = native;
  const argumentsRange = { file: openRange.file, start: openRange.start, end: closeRange.end };
  return { name, nameRange, arguments: native.arguments, argumentsRange };
}

/** The items of a list as written, as hcl's `ExprList`. */
export function itemsOf(expression: Expression): readonly Expression[] | undefined {
  if (expression.kind === 'tuple') return expression.items;
  if (expression.kind === 'json' && expression.node.kind === 'jsonArray') {
    return expression.node.elements.map((node) => ({ kind: 'json', node, ...rangeOf(node) }));
  }
  return undefined;
}

/** The pairs of a map as written, as hcl's `ExprMap`. */
export function pairsOf(expression: Expression): readonly StaticPair[] | undefined {
  if (expression.kind === 'object') return expression.items.map(pairOfItem);
  if (expression.kind === 'json' && expression.node.kind === 'jsonObject') {
    return expression.node.properties.map(({ name, nameRange, value }) => ({
      key: { kind: 'json', node: { kind: 'jsonString', value: name, ...rangeOf(nameRange) }, ...rangeOf(nameRange) },
      value: { kind: 'json', node: value, ...rangeOf(value) },
    }));
  }
  return undefined;
}

/** The traversal an expression consists of, as hcl's `AbsTraversalForExpr`. */
export function traversalOf(expression: Expression): ScopeTraversal | undefined {
  const native = nativeOf(expression);
  return native.kind === 'scopeTraversal' ? native : undefined;
}

/** A reference within quotes in native syntax, as Terraform 0.11 wanted it; undefined for anything else. */
export function quotedTraversalOf(expression: Expression): ScopeTraversal | undefined {
  if (expression.kind !== 'template' || expression.parts.length !== 1) return undefined;
  const [part] = expression.parts;
  if (part?.kind !== 'literal' || part.value.kind !== 'string') return undefined;
  let native = READ.get(expression);
  if (native === undefined) {
    const container = rangeOf(expression);
    native = parseExpression(new SourceFile(expression.file.name, part.value.value, { container })).expression;
    READ.set(expression, native);
  }
  return native.kind === 'scopeTraversal' ? native : undefined;
}

/** The expression itself, or what the string of a JSON expression says in native syntax. */
export function nativeOf(expression: Expression): Expression {
  if (expression.kind === 'parentheses') return nativeOf(expression.inner);
  if (expression.kind !== 'json' || expression.node.kind !== 'jsonString') return expression;
  let native = READ.get(expression);
  if (native === undefined) {
    const file = new SourceFile(expression.file.name, expression.node.value);
    native = parseExpression(file).expression;
    READ.set(expression, native);
  }
  return native;
}

const READ = new WeakMap<Expression, Expression>();

function pairOfItem({ key, value }: ObjectItem): StaticPair {
  return { key: key.wrapped, value };
}

function rangeOf({ file, start, end }: Range): Range {
  return { file, start, end };
}
