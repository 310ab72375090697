import type { Diagnostic, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, numberValue, stringValue, unknownValue } from '@tfwarden/hcl';
import { caution, problem } from '../configuration/problem.ts';
import { META_BLOCKS } from '../configuration/schemas.ts';
import { AttributeNode } from './attribute-node.ts';
import type { BlockEntry, BlockSyntax, DynamicSyntax } from './body-shape.ts';
import { shapeOf } from './body-shape.ts';
import { BodyView } from './body-view.ts';
import { evaluateIn } from './evaluate-in.ts';
import type { EvaluatedAttribute, EvaluatedBlock } from './instance.ts';
import type { Node } from './node.ts';
import { valueBlocks } from './value-body.ts';

const NO_ENTRIES: readonly BlockEntry[] = [];

/** All blocks of one type in a body, `dynamic` ones expanded. */
export class BlocksNode implements Node {
  readonly type: string;
  readonly body: BodyView;
  readonly label: string;
  state: Node['state'] = 'new';
  /** Complete when done. */
  blocks: readonly EvaluatedBlock[] = [];
  /** What decides how many blocks there are, where that is unknown. */
  unknownSource: EvaluatedAttribute | undefined;
  #collections: Map<DynamicSyntax, AttributeNode> | undefined;
  #position = 0;

  constructor(type: string, body: BodyView) {
    this.type = type;
    this.body = body;
    this.label = body.label;
  }

  get place(): Range {
    return this.body.range;
  }

  next(): Node | undefined {
    const entries = this.#entries;
    while (this.#position < entries.length) {
      const entry = entries[this.#position];
      const node = entry?.kind === 'dynamic' ? this.#collection(entry.block) : undefined;
      if (node !== undefined && node.state !== 'done') return node;
      this.#position++;
    }
    if (entries.length > 0) return undefined;
    const attribute = this.body.attribute(this.type);
    return attribute !== undefined && attribute.state !== 'done' ? attribute : undefined;
  }

  compute(): void {
    const blocks: EvaluatedBlock[] = [];
    const entries = this.#entries;
    for (const entry of entries) {
      if (entry.kind === 'static') blocks.push(this.#makeBlock(entry.block));
      else this.#expand(entry.block, blocks);
    }
    if (entries.length === 0) {
      const attribute = this.body.attribute(this.type);
      if (attribute !== undefined) {
        const found = valueBlocks(this.type, attribute, this.body.frame);
        blocks.push(...found.blocks);
        if (found.isUnknown) this.unknownSource = attribute;
      }
    }
    this.blocks = blocks;
  }

  abandon(): void {
    this.blocks = [];
  }

  get #entries(): readonly BlockEntry[] {
    return this.body.shape.blocks.get(this.type) ?? NO_ENTRIES;
  }

  #collection(syntax: DynamicSyntax): AttributeNode | undefined {
    if (syntax.forEach === undefined) return undefined;
    this.#collections ??= new Map();
    let node = this.#collections.get(syntax);
    if (node === undefined) {
      node = new AttributeNode(syntax.forEach, this.body.frame, this.label);
      this.#collections.set(syntax, node);
    }
    return node;
  }

  #makeBlock(block: BlockSyntax): EvaluatedBlock {
    const { frame, shape } = this.body;
    const self = shape.kind === 'resource' && META_BLOCKS.has(block.type) ? this.body.instance : undefined;
    const inner = self === undefined ? frame : frame.withSelf(self);
    const body = new BodyView(
      shapeOf(block.body, [], block.type === 'provisioner' && shape.kind === 'resource' ? 'provisioner' : 'block'),
      inner,
      this.label,
    );
    const { type, labels, headerRange, range, syntax } = block;
    return { type, labels, headerRange, range, body, isCertain: true, syntax };
  }

  #expand(syntax: DynamicSyntax, blocks: EvaluatedBlock[]): void {
    const { content } = syntax;
    const collection = this.#collection(syntax);
    const engine = this.body.frame.engine;
    if (collection === undefined || content === undefined) {
      const [missing, detail] =
        collection === undefined
          ? ['Missing required argument', 'The argument "for_each" is required, but no definition was found.']
          : [
              'Missing "content" block',
              'A dynamic block must have a nested block of type "content" to describe the body.',
            ];
      engine.reportOnce(problem('invalid-dynamic', missing, detail, syntax.headerRange));
      return;
    }
    const value = collection.value;
    if (value.kind === 'unknown') {
      this.unknownSource ??= collection;
      const marks = value.marks;
      const waitsFor = value.waitsFor;
      const key = unknownValue(DYNAMIC, { waitsFor, marks });
      blocks.push(this.#makeGenerated(syntax, content, collection, { key, value: key }, false));
      return;
    }
    let made = 0;
    const make = (key: Value, element: Value): boolean => {
      if (made++ >= engine.limits.dynamicBlocks) {
        engine.reportOnce(
          caution(
            'dynamic-limit',
            'Too many dynamic blocks',
            `This block makes more than ${engine.limits.dynamicBlocks} blocks. Those beyond are left out.`,
            syntax.headerRange,
          ),
        );
        return false;
      }
      blocks.push(this.#makeGenerated(syntax, content, collection, { key, value: element }, true));
      return true;
    };
    switch (value.kind) {
      case 'list':
      case 'tuple':
        for (const [index, element] of value.elements.entries()) if (!make(numberValue(index), element)) break;
        return;
      case 'set':
        for (const element of value.elements) if (!make(element, element)) break;
        return;
      case 'map':
        for (const [key, element] of value.elements) if (!make(stringValue(key), element)) break;
        return;
      case 'object':
        for (const [key, element] of value.attributes) if (!make(stringValue(key), element)) break;
        return;
      case 'null':
        engine.reportOnce(
          problem(
            'invalid-dynamic',
            'Invalid dynamic for_each value',
            'Cannot use a null value in for_each.',
            collection.expression,
          ),
        );
        return;
      case 'string':
      case 'number':
      case 'bool':
        engine.reportOnce(
          problem(
            'invalid-dynamic',
            'Invalid dynamic for_each value',
            `Cannot use a ${value.kind} value in for_each. An iterable collection is required.`,
            collection.expression,
          ),
        );
    }
  }

  #makeGenerated(
    syntax: DynamicSyntax,
    content: BlockSyntax,
    collection: AttributeNode,
    item: { readonly key: Value; readonly value: Value },
    isCertain: boolean,
  ): EvaluatedBlock {
    const frame = this.body.frame.withIterator(syntax.iterator, item.key, item.value, collection);
    const labels: string[] = [];
    if (syntax.labels !== undefined) {
      const diagnostics: Diagnostic[] = [];
      const list = evaluateIn(syntax.labels, frame, diagnostics);
      for (const diagnostic of diagnostics) frame.engine.reportOnce(diagnostic);
      if (list.kind === 'tuple' || list.kind === 'list') {
        for (const label of list.elements) labels.push(label.kind === 'string' ? label.value : '');
      }
    }
    const body = new BodyView(shapeOf(content.body, [], 'block'), frame, this.label);
    return {
      type: content.type,
      labels,
      headerRange: content.headerRange,
      range: content.range,
      body,
      isCertain,
      syntax: undefined,
    };
  }
}
