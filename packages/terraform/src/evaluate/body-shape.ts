import type { AnyBody, Block, Body, Expression, JsonBody, JsonNode, Range } from '@tfwarden/hcl';
import { stringValue } from '@tfwarden/hcl';
import { META_ATTRIBUTES } from '../configuration/schemas.ts';

/** An attribute of either syntax; an `Attribute` of the native tree is one. */
export interface AttributeSyntax extends Range {
  readonly name: string;
  readonly nameRange: Range;
  readonly expression: Expression;
}

/** A block of either syntax. */
export interface BlockSyntax {
  readonly type: string;
  readonly labels: readonly string[];
  readonly headerRange: Range;
  readonly range: Range;
  readonly body: AnyBody;
  /** The node, in native syntax. */
  readonly syntax: Block | undefined;
}

/** A `dynamic` block: how to make blocks of `type`. */
export interface DynamicSyntax {
  readonly type: string;
  readonly forEach: AttributeSyntax | undefined;
  readonly iterator: string;
  readonly labels: Expression | undefined;
  readonly content: BlockSyntax | undefined;
  readonly headerRange: Range;
  readonly range: Range;
}

export type BlockEntry =
  | { readonly kind: 'static'; readonly block: BlockSyntax }
  | { readonly kind: 'dynamic'; readonly block: DynamicSyntax };

/** Of a resource, of a provisioner in one, or of any other block. */
export type BodyKind = 'resource' | 'provisioner' | 'block';

/** The attributes and blocks of a body, overrides merged, ready to be evaluated in any number of frames. */
export interface BodyShape {
  readonly range: Range;
  readonly kind: BodyKind;
  readonly attributes: ReadonlyMap<string, AttributeSyntax>;
  /** By block type, `dynamic` ones under the type they make. */
  readonly blocks: ReadonlyMap<string, readonly BlockEntry[]>;
}

/**
 * Reads the shape of a body. In JSON syntax a property is an attribute, and also a block where its value has the form of one.
 * @param overrides bodies of override files: an attribute replaces that of the same name, a block all blocks of its type
 * @param kind of a resource leaves out what means something to Terraform itself: `count`, `depends_on`, `lifecycle` and so on
 */
export function shapeOf(body: AnyBody, overrides: readonly AnyBody[], kind: BodyKind): BodyShape {
  let known = SHAPES.get(body);
  // A body that is kept while the files beside it change may be overridden by others than before.
  if (known === undefined || !isSameList(known.overrides, overrides)) {
    const attributes = new Map<string, AttributeSyntax>();
    const blocks = new Map<string, BlockEntry[]>();
    read(body, kind, attributes, blocks);
    for (const override of overrides) {
      const replaced = new Map<string, BlockEntry[]>();
      read(override, kind, attributes, replaced);
      for (const [type, entries] of replaced) blocks.set(type, entries);
    }
    known = { overrides, shape: { range: body, kind, attributes, blocks } };
    SHAPES.set(body, known);
  }
  return known.shape;
}

const SHAPES = new WeakMap<AnyBody, { readonly overrides: readonly AnyBody[]; readonly shape: BodyShape }>();

function isSameList(a: readonly AnyBody[], b: readonly AnyBody[]): boolean {
  return a === b || (a.length === b.length && a.every((body, index) => body === b[index]));
}

/** Blocks of a resource that are Terraform's own and have nothing to evaluate for a reader. */
const HIDDEN_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'locals']);

type Attributes = Map<string, AttributeSyntax>;
type Blocks = Map<string, BlockEntry[]>;

function read(body: AnyBody, kind: BodyKind, attributes: Attributes, blocks: Blocks): void {
  if (body.kind === 'body') readNative(body, kind, attributes, blocks);
  else readJson(body, kind === 'resource', attributes, blocks);
}

function readNative(body: Body, kind: BodyKind, attributes: Attributes, blocks: Blocks): void {
  const isResource = kind === 'resource';
  for (const attribute of body.attributes) {
    if (isResource && META_ATTRIBUTES.has(attribute.name)) continue;
    attributes.set(attribute.name, kind === 'provisioner' ? withKeyword(attribute) : attribute);
  }
  for (const block of body.blocks) {
    if (isResource && HIDDEN_BLOCKS.has(block.type)) continue;
    if (isResource && block.type === '_') {
      readNative(block.body, 'block', attributes, blocks);
    } else if (block.type === 'dynamic' && block.labels[0] !== undefined) {
      add(blocks, block.labels[0], { kind: 'dynamic', block: readDynamic(block, block.labels[0]) });
    } else {
      const { type, labels, headerRange } = block;
      const syntax: BlockSyntax = { type, labels, headerRange, range: block, body: block.body, syntax: block };
      add(blocks, type, { kind: 'static', block: syntax });
    }
  }
}

function readDynamic(block: Block, type: string): DynamicSyntax {
  const named = new Map(block.body.attributes.map((attribute) => [attribute.name, attribute]));
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  return {
    type,
    forEach: named.get('for_each'),
    iterator: keywordOf(named.get('iterator')?.expression) ?? type,
    labels: named.get('labels')?.expression,
    content: content && {
      type,
      labels: [],
      headerRange: block.headerRange,
      range: block,
      body: content.body,
      syntax: undefined,
    },
    headerRange: block.headerRange,
    range: block,
  };
}

function readJson(body: JsonBody, isResource: boolean, attributes: Attributes, blocks: Blocks): void {
  for (const object of objectsIn(body.node)) {
    for (const property of object.properties) {
      const { name, nameRange, value } = property;
      if (name === '//') continue;
      if (isResource && (META_ATTRIBUTES.has(name) || HIDDEN_BLOCKS.has(name))) continue;
      if (name === 'dynamic') {
        readJsonDynamic(value, blocks);
        continue;
      }
      const range: Range = { file: value.file, start: nameRange.start, end: value.end };
      if (!attributes.has(name)) {
        const { file, start, end } = value;
        attributes.set(name, {
          ...range,
          name,
          nameRange,
          expression: { kind: 'json', node: value, file, start, end },
        });
      }
      for (const entry of objectsIn(value)) {
        const inner: JsonBody = { kind: 'jsonBody', node: entry, file: entry.file, start: entry.start, end: entry.end };
        const block = { type: name, labels: [], headerRange: nameRange, range: entry, body: inner, syntax: undefined };
        add(blocks, name, { kind: 'static', block });
      }
    }
  }
}

/** `{"dynamic": {"ingress": {"for_each": ..., "content": {...}}}}`, or arrays at either level. */
function readJsonDynamic(node: JsonNode, blocks: Blocks): void {
  for (const types of objectsIn(node)) {
    for (const { name: type, nameRange, value } of types.properties) {
      for (const entry of objectsIn(value)) {
        let forEach: AttributeSyntax | undefined;
        let iterator = type;
        let labels: Expression | undefined;
        let content: BlockSyntax | undefined;
        for (const inner of entry.properties) {
          const { file, start, end } = inner.value;
          const expression: Expression = { kind: 'json', node: inner.value, file, start, end };
          if (inner.name === 'for_each') {
            forEach = { name: 'for_each', nameRange: inner.nameRange, expression, file, start, end };
          } else if (inner.name === 'iterator' && inner.value.kind === 'jsonString') {
            iterator = inner.value.value;
          } else if (inner.name === 'labels') {
            labels = expression;
          } else if (inner.name === 'content') {
            const [first] = objectsIn(inner.value);
            if (first === undefined) continue;
            const body: JsonBody = { kind: 'jsonBody', node: first, file, start: first.start, end: first.end };
            content = { type, labels: [], headerRange: nameRange, range: entry, body, syntax: undefined };
          }
        }
        add(blocks, type, {
          kind: 'dynamic',
          block: { type, forEach, iterator, labels, content, headerRange: nameRange, range: entry },
        });
      }
    }
  }
}

/** The object itself or the objects of an array; nothing when there is anything else in it. */
function objectsIn(node: JsonNode): readonly (JsonNode & { readonly kind: 'jsonObject' })[] {
  if (node.kind === 'jsonObject') return [node];
  if (node.kind !== 'jsonArray') return [];
  const objects: (JsonNode & { readonly kind: 'jsonObject' })[] = [];
  for (const element of node.elements) {
    if (element.kind !== 'jsonObject') return [];
    objects.push(element);
  }
  return objects;
}

/** `when = destroy` and `on_failure = continue` are words, not references. */
function withKeyword(attribute: AttributeSyntax): AttributeSyntax {
  if (attribute.name !== 'when' && attribute.name !== 'on_failure') return attribute;
  const word = keywordOf(attribute.expression);
  if (word === undefined) return attribute;
  const { name, nameRange, expression, file, start, end } = attribute;
  const literal: Expression = {
    kind: 'literal',
    value: stringValue(word),
    file: expression.file,
    start: expression.start,
    end: expression.end,
  };
  return { name, nameRange, expression: literal, file, start, end };
}

function keywordOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'scopeTraversal' && expression.steps.length === 0 ? expression.root.name : undefined;
}

function add(blocks: Blocks, type: string, entry: BlockEntry): void {
  const entries = blocks.get(type);
  if (entries === undefined) blocks.set(type, [entry]);
  else entries.push(entry);
}
