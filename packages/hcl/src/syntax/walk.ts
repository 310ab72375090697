import { jsonStringTemplate } from './json/json-template.ts';
import type { Expression, ForExpression, JsonNode } from './tree.ts';

/** What a visitor says about an expression: go on into it, or leave its children out. */
export type WalkAnswer = 'enter' | 'skip' | undefined;

/** Functions by kind of expression; kinds without one are entered. `undefined` as an answer means `enter`. */
export type ExpressionVisitor = {
  readonly [K in Expression['kind']]?: (node: Extract<Expression, { kind: K }>) => WalkAnswer | void;
};

/**
 * Visits an expression and everything in it, parents first, in source order. Names of object keys are no expressions and are not
 * visited. Strings of JSON syntax are visited as the templates they hold.
 */
export function walkExpression(root: Expression, visitor: ExpressionVisitor): void {
  // A list of what is still to do instead of recursion: chains of operators lean to the left as deep as they are long.
  const pending: Expression[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // The visitor's function for this kind takes just this kind.
    const visit = visitor[node.kind] as ((node: Expression) => WalkAnswer | void) | undefined;
    if (visit?.(node) !== 'skip') pushChildren(node, pending);
  }
}

/** The expressions directly in one, in source order. */
export function childrenOf(node: Expression): readonly Expression[] {
  const children: Expression[] = [];
  pushChildren(node, children);
  return children.toReversed();
}

/** Adds the children of a node, the last first. */
export function pushChildren(node: Expression, into: Expression[]): void {
  switch (node.kind) {
    case 'literal':
    case 'scopeTraversal':
    case 'splatItem':
    case 'syntaxError':
      return;
    case 'relativeTraversal':
      into.push(node.source);
      return;
    case 'functionCall':
      pushReversed(node.arguments, into);
      return;
    case 'conditional':
      into.push(node.falseResult, node.trueResult, node.condition);
      return;
    case 'index':
      into.push(node.key, node.collection);
      return;
    case 'tuple':
      pushReversed(node.items, into);
      return;
    case 'object':
      for (let i = node.items.length - 1; i >= 0; i--) {
        const item = node.items[i];
        if (item === undefined) continue;
        into.push(item.value);
        if (item.key.keyword === undefined) into.push(item.key.wrapped);
      }
      return;
    case 'for':
      pushForChildren(node, into);
      return;
    case 'splat':
      into.push(node.each, node.source);
      return;
    case 'template':
      pushReversed(node.parts, into);
      return;
    case 'templateWrap':
      into.push(node.wrapped);
      return;
    case 'templateJoin':
      into.push(node.tuple);
      return;
    case 'binary':
      into.push(node.right, node.left);
      return;
    case 'unary':
      into.push(node.operand);
      return;
    case 'parentheses':
      into.push(node.inner);
      return;
    case 'json':
      pushJsonChildren(node.node, into);
  }
}

function pushForChildren(node: ForExpression, into: Expression[]): void {
  if (node.condition !== undefined) into.push(node.condition);
  into.push(node.valueExpression);
  if (node.keyExpression !== undefined) into.push(node.keyExpression);
  into.push(node.collection);
}

function pushReversed(nodes: readonly Expression[], into: Expression[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node !== undefined) into.push(node);
  }
}

function pushJsonChildren(node: JsonNode, into: Expression[]): void {
  switch (node.kind) {
    case 'jsonString':
      into.push(jsonStringTemplate(node).expression);
      return;
    case 'jsonArray':
      for (let i = node.elements.length - 1; i >= 0; i--) {
        const element = node.elements[i];
        if (element !== undefined) into.push(jsonExpression(element));
      }
      return;
    case 'jsonObject':
      for (let i = node.properties.length - 1; i >= 0; i--) {
        const property = node.properties[i];
        if (property === undefined) continue;
        into.push(jsonExpression(property.value));
        into.push(jsonStringTemplate({ kind: 'jsonString', ...property.nameRange, value: property.name }).expression);
      }
      return;
    default:
  }
}

/** A node of JSON syntax as an expression. */
export function jsonExpression(node: JsonNode): Expression {
  return { kind: 'json', file: node.file, start: node.start, end: node.end, node };
}
