import type { Attribute, Block, Body, Expression, ParsedFile, Range } from '@tfwarden/hcl';

/** A node of the syntax tree around a place. */
export interface Ancestor extends Range {
  readonly kind: 'block' | 'attribute' | 'element';
  /** Type of a block, name of an attribute; empty for an element. */
  readonly name: string;
}

/** Nesting of expressions beyond this is not followed; the attribute around them is still an ancestor. */
const MAX_DEPTH = 200;

/** The blocks, attributes, list elements and object members that hold a range, outermost first. Empty for JSON, which has no comments. */
export function ancestorsOf(file: ParsedFile, range: Range): readonly Ancestor[] {
  if (file.body.kind !== 'body') return [];
  const found: Ancestor[] = [];
  let body: Body | undefined = file.body;
  while (body !== undefined) {
    const block: Block | undefined = holding(body.blocks, range);
    if (block !== undefined) {
      found.push({ kind: 'block', name: block.type, file: block.file, start: block.start, end: block.end });
      // A place in the header belongs to the block itself.
      body = range.start >= block.openBraceRange.end ? block.body : undefined;
      continue;
    }
    const attribute: Attribute | undefined = holding(body.attributes, range);
    if (attribute !== undefined) {
      found.push({
        kind: 'attribute',
        name: attribute.name,
        file: attribute.file,
        start: attribute.start,
        end: attribute.end,
      });
      addElements(attribute.expression, range, found, 0);
    }
    body = undefined;
  }
  return found;
}

/** Nodes of one kind are in source order and do not overlap. */
function holding<N extends Range>(nodes: readonly N[], range: Range): N | undefined {
  let low = 0;
  let high = nodes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node === undefined) return undefined;
    if (range.start < node.start) high = middle - 1;
    else if (range.start >= node.end && !(range.start === node.start)) low = middle + 1;
    else return range.end <= node.end ? node : undefined;
  }
  return undefined;
}

function addElements(expression: Expression, range: Range, found: Ancestor[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  const child = childAt(expression, range);
  if (child === undefined) return;
  if (child.isElement) found.push({ kind: 'element', name: '', file: child.file, start: child.start, end: child.end });
  addElements(child.expression, range, found, depth + 1);
}

interface Child extends Range {
  readonly expression: Expression;
  /** An element of a list or a member of an object, whose first line a comment may stand on. */
  readonly isElement: boolean;
}

/** The part of an expression that holds a range. Lists may be long, and be asked for each of their elements. */
function childAt(expression: Expression, range: Range): Child | undefined {
  switch (expression.kind) {
    case 'tuple': {
      const item = holding(expression.items, range);
      return item === undefined ? undefined : childOf(item, true);
    }
    case 'object': {
      const { items } = expression;
      let low = 0;
      let high = items.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const item = items[middle];
        if (item === undefined) return undefined;
        if (range.start < item.key.start) high = middle - 1;
        else if (range.start >= item.value.end) low = middle + 1;
        else if (range.end > item.value.end) return undefined;
        else return { ...childOf(item.value, true), start: item.key.start };
      }
      return undefined;
    }
    case 'functionCall':
      return among(expression.arguments, range);
    case 'parentheses':
      return among([expression.inner], range);
    case 'conditional':
      return among([expression.condition, expression.trueResult, expression.falseResult], range);
    case 'templateWrap':
      return among([expression.wrapped], range);
    case 'for':
      return among([expression.valueExpression], range);
    case 'binary':
      return among([expression.left, expression.right], range);
    default:
      return undefined;
  }
}

function among(parts: readonly Expression[], range: Range): Child | undefined {
  const part = holding(parts, range);
  return part === undefined ? undefined : childOf(part, false);
}

function childOf(expression: Expression, isElement: boolean): Child {
  return { file: expression.file, start: expression.start, end: expression.end, expression, isElement };
}
