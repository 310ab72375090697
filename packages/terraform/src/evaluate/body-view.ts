import type { Range } from '@tfwarden/hcl';
import { AttributeNode } from './attribute-node.ts';
import { BlocksNode } from './blocks-node.ts';
import type { AttributeSyntax, BodyShape } from './body-shape.ts';
import { BodyValueNode } from './body-value-node.ts';
import type { Frame } from './frame.ts';
import type { EvaluatedAttribute, EvaluatedBlock, EvaluatedBody } from './instance.ts';
import type { ResourceState } from './resource-state.ts';

/** A body in one frame. Attributes and blocks are made when they are asked for, and evaluated when they are read. */
export class BodyView implements EvaluatedBody {
  readonly shape: BodyShape;
  readonly frame: Frame;
  /** How the resource it belongs to is named in a cycle. */
  readonly label: string;
  #attributes: Map<string, AttributeNode> | undefined;
  #blocks: Map<string, BlocksNode> | undefined;
  #value: BodyValueNode | undefined;

  /** The instance whose body it is; what `self` means in its provisioners. */
  readonly instance: ResourceState | undefined;

  constructor(shape: BodyShape, frame: Frame, label: string, instance?: ResourceState) {
    this.shape = shape;
    this.frame = frame;
    this.label = label;
    this.instance = instance;
  }

  get range(): Range {
    return this.shape.range;
  }

  get attributeNames(): readonly string[] {
    return [...this.shape.attributes.keys()];
  }

  get blockTypes(): readonly string[] {
    return [...this.shape.blocks.keys()];
  }

  attribute(name: string): AttributeNode | undefined {
    const existing = this.#attributes?.get(name);
    if (existing !== undefined) return existing;
    const syntax: AttributeSyntax | undefined = this.shape.attributes.get(name);
    if (syntax === undefined) return undefined;
    const node = new AttributeNode(syntax, this.frame, this.label);
    this.#attributes ??= new Map();
    this.#attributes.set(name, node);
    return node;
  }

  blocks(type: string): readonly EvaluatedBlock[] {
    const node = this.blocksNode(type);
    if (node === undefined) return [];
    this.frame.engine.evaluate(node);
    return node.blocks;
  }

  mayHaveMore(type: string): boolean {
    const node = this.blocksNode(type);
    if (node === undefined) return false;
    this.frame.engine.evaluate(node);
    return node.unknownSource !== undefined;
  }

  unknownBlockSource(type: string): EvaluatedAttribute | undefined {
    const node = this.blocksNode(type);
    if (node === undefined) return undefined;
    this.frame.engine.evaluate(node);
    return node.unknownSource;
  }

  /** The blocks of a type, to be evaluated; undefined when there are none of it, not even as an attribute. */
  blocksNode(type: string): BlocksNode | undefined {
    const existing = this.#blocks?.get(type);
    if (existing !== undefined) return existing;
    if (!this.shape.blocks.has(type) && !this.shape.attributes.has(type)) return undefined;
    const node = new BlocksNode(type, this);
    this.#blocks ??= new Map();
    this.#blocks.set(type, node);
    return node;
  }

  /** The whole body as an object, to be evaluated. */
  get valueNode(): BodyValueNode {
    this.#value ??= new BodyValueNode(this);
    return this.#value;
  }
}
