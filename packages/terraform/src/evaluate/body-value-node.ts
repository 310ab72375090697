import type { Origin, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, objectValue, tupleValue, unknownValue } from '@tfwarden/hcl';
import { META_BLOCKS } from '../configuration/schemas.ts';
import type { BlocksNode } from './blocks-node.ts';
import type { BodyView } from './body-view.ts';
import type { EvaluatedBlock } from './instance.ts';
import type { Node } from './node.ts';

/** A whole body as a value: what a reference to it without an attribute means. */
export class BodyValueNode implements Node {
  readonly body: BodyView;
  readonly label: string;
  state: Node['state'] = 'new';
  #needs: Iterator<Node> | undefined;
  #pending: Node | undefined;

  constructor(body: BodyView) {
    this.body = body;
    this.label = body.label;
  }

  get place(): Range {
    return this.body.range;
  }

  next(): Node | undefined {
    this.#needs ??= needsOf(this.body);
    while (this.#pending === undefined || this.#pending.state === 'done') {
      const { value, done } = this.#needs.next();
      if (done === true) return undefined;
      this.#pending = value;
    }
    return this.#pending;
  }

  compute(): void {
    this.#needs = undefined;
  }

  abandon(): void {
    this.#needs = undefined;
  }

  /**
   * The body as an object, after the node is done.
   * @param origin what the object stands for; other attributes are unknown parts of it. Undefined for a closed object.
   * @param complete gives the value of an attribute that is written as null or not at all, where that is known
   */
  toObject(origin: Origin | undefined): Value {
    const entries: [string, Value][] = [];
    for (const name of this.body.shape.attributes.keys()) {
      const value = this.body.attribute(name)?.value;
      if (value === undefined || (value.kind === 'null' && origin !== undefined)) continue;
      entries.push([name, value]);
    }
    for (const type of this.body.shape.blocks.keys()) {
      if (this.body.shape.attributes.has(type) || !isPartOfValue(type, this.body)) continue;
      const node = this.body.blocksNode(type);
      if (node !== undefined) entries.push([type, blocksValue(node, origin)]);
    }
    return objectValue(entries, origin);
  }
}

/**
 * The blocks of one type as Terraform shows them to expressions: a list of objects. A block that stands alone in a provider's schema
 * would be one object; without the schema the list is the likelier.
 */
export function blocksValue(node: BlocksNode, origin: Origin | undefined): Value {
  if (node.unknownSource !== undefined) {
    return unknownValue(DYNAMIC, {
      origin: origin && below(origin, `.${node.type}`),
      waitsFor: node.unknownSource.value.kind === 'unknown' ? node.unknownSource.value.waitsFor : [],
    });
  }
  const elements: Value[] = [];
  for (const [index, block] of node.blocks.entries()) {
    elements.push(blockValue(block, origin && below(origin, `.${node.type}[${index}]`)));
  }
  return tupleValue(elements);
}

/** One block as an object. */
export function blockValue(block: EvaluatedBlock, origin: Origin | undefined): Value {
  const body = block.body;
  if (isView(body)) {
    body.frame.engine.evaluate(body.valueNode);
    return body.valueNode.toObject(origin);
  }
  const entries: [string, Value][] = [];
  for (const name of body.attributeNames) {
    const value = body.attribute(name)?.value;
    if (value !== undefined) entries.push([name, value]);
  }
  return objectValue(entries, origin);
}

/** Everything a body's value is made of, blocks within blocks included. */
function* needsOf(body: BodyView): Generator<Node, void> {
  for (const name of body.shape.attributes.keys()) {
    const node = body.attribute(name);
    if (node !== undefined) yield node;
  }
  for (const type of body.shape.blocks.keys()) {
    const node = isPartOfValue(type, body) ? body.blocksNode(type) : undefined;
    if (node === undefined) continue;
    yield node;
    for (const block of node.blocks) {
      if (isView(block.body)) yield block.body.valueNode;
    }
  }
}

/** Provisioners and their connection are no part of a resource's value. */
function isPartOfValue(type: string, body: BodyView): boolean {
  return body.shape.kind !== 'resource' || !META_BLOCKS.has(type);
}

function isView(body: EvaluatedBlock['body']): body is BodyView {
  return 'valueNode' in body;
}

function below(origin: Origin, path: string): Origin {
  return { subject: origin.subject, path: origin.path + path };
}
