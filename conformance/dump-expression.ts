import {
  type Expression,
  formatNumber,
  type ObjectKey,
  positionsOf,
  type Range,
  startRange,
  type TraversalStep,
  type Value,
} from '@tfwarden/hcl';

/** JSON as the golden data holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** `[startLine, startColumn, startByte, endLine, endColumn, endByte]` */
export function dumpRange(range: Range | undefined): Json {
  if (range === undefined) return null;
  const { start, end } = positionsOf(range);
  return [start.line, start.column, start.byte, end.line, end.column, end.byte];
}

/** The dump of an expression tree as HCLDUMP.md describes it. */
export function dumpExpression(node: Expression): Json {
  const common = { range: rangeOf(node), start: dumpRange(startRange(node)) };
  switch (node.kind) {
    case 'literal':
      return { k: 'literal', ...common, value: dumpValue(node.value) };
    case 'scopeTraversal':
      return { k: 'scopeTraversal', ...common, steps: dumpTraversal(node) };
    case 'relativeTraversal':
      return { k: 'relTraversal', ...common, source: dumpExpression(node.source), steps: node.steps.map(dumpStep) };
    case 'functionCall':
      return {
        k: 'call',
        ...common,
        name: node.name,
        args: node.arguments.map(dumpExpression),
        expandFinal: node.expandFinal,
        nameRange: dumpRange(node.nameRange),
        openRange: dumpRange(node.openRange),
        // Where there is no closing parenthesis the library leaves its zero value.
        closeRange: node.isUnclosed ? ZERO_RANGE : dumpRange(node.closeRange),
      };
    case 'conditional':
      return {
        k: 'conditional',
        ...common,
        cond: dumpExpression(node.condition),
        // oxlint-disable-next-line unicorn/no-thenable -- the name that the golden data has
        then: dumpExpression(node.trueResult),
        else: dumpExpression(node.falseResult),
      };
    case 'index':
      return {
        k: 'index',
        ...common,
        coll: dumpExpression(node.collection),
        key: dumpExpression(node.key),
        openRange: dumpRange(node.openRange),
      };
    case 'tuple':
      return { k: 'tuple', ...common, items: node.items.map(dumpExpression), openRange: dumpRange(node.openRange) };
    case 'object': {
      const items = node.items.map(({ key, value }) => ({ key: dumpKey(key), value: dumpExpression(value) }));
      return { k: 'object', ...common, items, openRange: dumpRange(node.openRange) };
    }
    case 'for':
      return {
        k: 'for',
        ...common,
        keyVar: node.keyVariable ?? '',
        valVar: node.valueVariable,
        coll: dumpExpression(node.collection),
        keyExpr: node.keyExpression === undefined ? null : dumpExpression(node.keyExpression),
        valExpr: dumpExpression(node.valueExpression),
        cond: node.condition === undefined ? null : dumpExpression(node.condition),
        group: node.group,
        openRange: dumpRange(node.openRange),
        closeRange: dumpRange(node.closeRange),
      };
    case 'splat':
      return {
        k: 'splat',
        ...common,
        source: dumpExpression(node.source),
        each: dumpExpression(node.each),
        markerRange: dumpRange(node.markerRange),
      };
    case 'splatItem':
      return { k: 'splatItem', ...common };
    case 'template':
      return { k: 'template', ...common, parts: node.parts.map(dumpExpression) };
    case 'templateWrap':
      return { k: 'templateWrap', ...common, wrapped: dumpExpression(node.wrapped) };
    case 'templateJoin':
      return { k: 'templateJoin', ...common, tuple: dumpExpression(node.tuple) };
    case 'binary':
      return {
        k: 'binary',
        ...common,
        op: node.operator,
        lhs: dumpExpression(node.left),
        rhs: dumpExpression(node.right),
      };
    case 'unary':
      return {
        k: 'unary',
        ...common,
        op: node.operator,
        operand: dumpExpression(node.operand),
        symbolRange: dumpRange(node.symbolRange),
      };
    case 'parentheses':
      return { k: 'paren', ...common, inner: dumpExpression(node.inner) };
    case 'syntaxError':
      return {
        k: 'syntaxError',
        ...common,
        placeholder: dumpValue(node.placeholder),
        parseDiagnostics: node.parseDiagnostics.length,
      };
    case 'json':
      throw new Error('an expression of JSON syntax has a dump of its own');
  }
}

const ZERO_RANGE: Json = [0, 0, 0, 0, 0, 0];

/** The range of an unclosed call ends, in the library, at its zero value; so does what ends with the call. */
function rangeOf(node: Expression): Json {
  let last: Expression = node;
  while (last.kind === 'unary') last = last.operand;
  if (last.kind !== 'functionCall' || last.isUnclosed !== true) return dumpRange(node);
  const { start } = positionsOf(node);
  return [start.line, start.column, start.byte, 0, 0, 0];
}

function dumpKey(key: ObjectKey): Json {
  return {
    k: 'objectKey',
    range: rangeOf(key.wrapped),
    start: dumpRange(startRange(key.wrapped)),
    wrapped: dumpExpression(key.wrapped),
    forceNonLiteral: key.forceNonLiteral,
    keyword: key.keyword,
  };
}

/** The steps of an absolute traversal, its root first. */
export function dumpTraversal(node: Extract<Expression, { kind: 'scopeTraversal' }>): Json {
  return [{ k: 'root', name: node.root.name, range: dumpRange(node.root) }, ...node.steps.map(dumpStep)];
}

function dumpStep(step: TraversalStep): Json {
  return step.kind === 'attributeStep'
    ? { k: 'attr', name: step.name, range: dumpRange(step) }
    : { k: 'index', key: dumpValue(step.key), range: dumpRange(step) };
}

/** A value of a literal; collections occur in JSON syntax only. */
export function dumpValue(value: Value): Json {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      return { t: value.kind };
    case 'number':
      return { t: 'number', v: formatNumber(value.value) };
    case 'string':
    case 'bool':
      return { t: value.kind, v: value.value };
    default:
      return { t: typeJson(value), v: plainJson(value) };
  }
}

/** The type of a value as cty writes it in JSON. */
function typeJson(value: Value): Json {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      return 'dynamic';
    case 'tuple':
      return ['tuple', value.elements.map(typeJson)];
    case 'object':
      return ['object', Object.fromEntries([...value.attributes].map(([name, part]) => [name, typeJson(part)]))];
    default:
      return value.kind;
  }
}

function plainJson(value: Value): Json {
  switch (value.kind) {
    case 'string':
    case 'bool':
      return value.value;
    case 'number':
      return Number(formatNumber(value.value));
    case 'tuple':
      return value.elements.map(plainJson);
    case 'object':
      return Object.fromEntries([...value.attributes].map(([name, part]) => [name, plainJson(part)]));
    default:
      return null;
  }
}
