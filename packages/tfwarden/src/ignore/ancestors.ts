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
  for (const child of childrenOf(expression)) {
    if (range.start < child.start || range.end > child.end) continue;
    if (child.isElement)
      found.push({ kind: 'element', name: '', file: child.file, start: child.start, end: child.end });
    addElements(child.expression, range, found, depth + 1);
    return;
  }
}

interface Child extends Range {
  readonly expression: Expression;
  /** An element of a list or a member of an object, whose first line a comment may stand on. */
  readonly isElement: boolean;
}

function childrenOf(expression: Expression): readonly Child[] {
  switch (expression.kind) {
    case 'tuple':
      return expression.items.map((item) => plain(item, true));
    case 'object':
      return expression.items.map((item) => ({
        file: item.key.file,
        start: item.key.start,
        end: item.value.end,
        expression: item.value,
        isElement: true,
      }));
    case 'functionCall':
      return expression.arguments.map((argument) => plain(argument, false));
    case 'parentheses':
      return [plain(expression.inner, false)];
    case 'conditional':
      return [expression.condition, expression.trueResult, expression.falseResult].map((part) => plain(part, false));
    case 'templateWrap':
      return [plain(expression.wrapped, false)];
    case 'for':
      return [plain(expression.valueExpression, false)];
    case 'binary':
      return [plain(expression.left, false), plain(expression.right, false)];
    default:
      return [];
  }
}

function plain(expression: Expression, isElement: boolean): Child {
  return { file: expression.file, start: expression.start, end: expression.end, expression, isElement };
}
