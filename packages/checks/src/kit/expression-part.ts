import type { Expression, ObjectConstructor } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';

/** The expression of an element of a written list; undefined when the list is not written element by element. */
export function itemExpression(list: Expression | undefined, index: number): Expression | undefined {
  const bare = withoutParentheses(list);
  return bare?.kind === 'tuple' ? bare.items[index] : undefined;
}

/** The expression of a member of a written object; undefined when its key is not a constant there. */
export function memberExpression(object: Expression | undefined, key: string): Expression | undefined {
  const bare = withoutParentheses(object);
  if (bare?.kind !== 'object') return undefined;
  return bare.items.findLast((item) => keyText(item) === key)?.value;
}

/** Whether an expression is a constant that a fix may replace: text, number, bool, null, or a list or object of them. */
export function isConstant(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value.kind !== 'unknown';
    case 'template':
      return expression.parts.every((part) => part.kind === 'literal');
    case 'tuple':
      return expression.items.every(isConstant);
    case 'object':
      return expression.items.every((item) => keyText(item) !== undefined && isConstant(item.value));
    case 'unary':
      return isConstant(expression.operand);
    case 'scopeTraversal':
    case 'relativeTraversal':
    case 'functionCall':
    case 'conditional':
    case 'index':
    case 'for':
    case 'splat':
    case 'splatItem':
    case 'templateWrap':
    case 'templateJoin':
    case 'binary':
    case 'parentheses':
    case 'syntaxError':
    case 'json':
      return false;
  }
}

export function withoutParentheses(expression: Expression | undefined): Expression | undefined {
  let bare = expression;
  while (bare?.kind === 'parentheses') bare = bare.inner;
  return bare;
}

/** The constant text of an object's key. */
function keyText(item: ObjectConstructor['items'][number]): string | undefined {
  if (item.key.keyword !== undefined && !item.key.forceNonLiteral) return item.key.keyword;
  const key = withoutParentheses(item.key.wrapped);
  const literal = key?.kind === 'template' && key.parts.length === 1 ? key.parts[0] : key;
  if (literal?.kind !== 'literal') return undefined;
  if (literal.value.kind === 'string') return literal.value.value;
  return literal.value.kind === 'number' ? formatNumber(literal.value.value) : undefined;
}
