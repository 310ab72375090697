import type { Body, Origin, Range } from '@tfwarden/hcl';
import type { EvaluatedBlock, EvaluatedBody, Hop } from '@tfwarden/terraform';
import { absentAttribute, undecidedAttribute, writtenAttribute } from './attribute-view.ts';
import type { Enclosing, Owner } from './place.ts';
import { touch } from './touched-paths.ts';
import type { Answer } from './truth.ts';
import type { AttributeView, BlockView, ResourceView } from './view.ts';

/** The view of a nested block, and what a resource's view is built on. Views are made once per block and shared by all checks. */
export abstract class AnyBlockView implements BlockView {
  abstract readonly resource: ResourceView;
  abstract readonly path: string;
  abstract readonly exists: Answer;
  abstract readonly enclosing: readonly Enclosing[];
  abstract readonly type: string;
  abstract readonly labels: readonly string[];
  abstract readonly headerRange: Range;
  abstract readonly syntax: Body | undefined;
  abstract readonly body: EvaluatedBody;
  #blocks: Map<string, readonly NestedBlockView[]> | undefined;
  #attributes: Map<string, AttributeView> | undefined;

  get range(): Range {
    return this.headerRange;
  }

  get owner(): Owner {
    return this.resource;
  }

  get waitsFor(): readonly Origin[] {
    return [];
  }

  explain(): readonly Hop[] {
    return [];
  }

  get attributeNames(): readonly string[] {
    return this.body.attributeNames;
  }

  get blockTypes(): readonly string[] {
    return this.body.blockTypes;
  }

  block(path: string): BlockView | undefined {
    let block: AnyBlockView = this;
    for (const step of path.split('.')) {
      const next = block.#children(step).find((child) => child.isCertain);
      if (next === undefined) return undefined;
      block = next;
    }
    return block;
  }

  blocks(path: string): readonly BlockView[] {
    if (!path.includes('.')) return this.#children(path);
    let reached: readonly AnyBlockView[] = [this];
    for (const step of path.split('.')) reached = reached.flatMap((block) => block.#children(step));
    return reached;
  }

  mayHaveBlock(path: string): Answer {
    let reached: readonly AnyBlockView[] = [this];
    let result: Answer = 'false';
    const steps = path.split('.');
    for (const [i, step] of steps.entries()) {
      const next: NestedBlockView[] = [];
      for (const block of reached) {
        if (block.body.mayHaveMore(step)) result = 'unknown';
        next.push(...block.#children(step));
      }
      if (i === steps.length - 1 && next.some((block) => block.isCertainBelow(this))) return 'true';
      if (next.some((block) => !block.isCertainBelow(this))) result = 'unknown';
      reached = next;
    }
    return result;
  }

  attribute(path: string): AttributeView {
    const known = this.#attributes?.get(path);
    if (known !== undefined) return known;
    const view = path.includes('.') ? this.#findAttribute(path.split('.')) : this.#findOwn(path);
    this.#attributes ??= new Map();
    this.#attributes.set(path, view);
    return view;
  }

  /** The path of something directly in this block. */
  pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #children(type: string): readonly NestedBlockView[] {
    const known = this.#blocks?.get(type);
    if (known !== undefined) return known;
    touch(this.resource.type, this.pathOf(type), 'block');
    const blocks = this.body.blocks(type);
    const views = blocks.length === 0 ? NO_BLOCKS : blocks.map((block) => new NestedBlockView(this, block));
    this.#blocks ??= new Map();
    this.#blocks.set(type, views);
    return views;
  }

  /** An attribute of this block itself. */
  #findOwn(name: string): AttributeView {
    touch(this.resource.type, this.pathOf(name), 'attribute');
    const attribute = this.body.attribute(name);
    return attribute === undefined ? absentAttribute(this, [name]) : writtenAttribute(this, attribute);
  }

  #findAttribute(steps: readonly string[]): AttributeView {
    let block: AnyBlockView = this;
    for (const [i, step] of steps.entries()) {
      const path = block.pathOf(steps.slice(i).join('.'));
      const attribute = block.body.attribute(step);
      if (attribute !== undefined) {
        touch(block.resource.type, path, 'attribute');
        let view = writtenAttribute(block, attribute);
        for (const key of steps.slice(i + 1)) view = view.member(key);
        return view;
      }
      const isLast = i === steps.length - 1;
      const next = isLast ? undefined : block.#children(step).find((child) => child.isCertain);
      if (next === undefined) {
        touch(block.resource.type, path, 'attribute');
        const mayExist = !isLast && block.mayHaveBlock(step) === 'unknown';
        return mayExist ? undecidedAttribute(block, steps.slice(i)) : absentAttribute(block, steps.slice(i));
      }
      block = next;
    }
    throw new Error('an attribute needs a name');
  }
}

const NO_BLOCKS: readonly NestedBlockView[] = [];

export class NestedBlockView extends AnyBlockView {
  readonly body: EvaluatedBody;
  readonly resource: ResourceView;
  readonly path: string;
  readonly exists: Answer;
  readonly enclosing: readonly Enclosing[];
  /** Certain to exist when the block around it does. */
  readonly isCertain: boolean;
  readonly #parent: AnyBlockView;
  readonly #block: EvaluatedBlock;

  constructor(parent: AnyBlockView, block: EvaluatedBlock) {
    super();
    this.body = block.body;
    this.#block = block;
    this.#parent = parent;
    this.isCertain = block.isCertain;
    this.resource = parent.resource;
    this.path = parent.pathOf(block.type);
    this.exists = block.isCertain ? parent.exists : 'unknown';
    this.enclosing = [block, ...parent.enclosing];
  }

  /** Certain to exist when `ancestor` does. */
  isCertainBelow(ancestor: AnyBlockView): boolean {
    let block: AnyBlockView = this;
    while (block !== ancestor && block instanceof NestedBlockView) {
      if (!block.isCertain) return false;
      block = block.#parent;
    }
    return true;
  }

  get type(): string {
    return this.#block.type;
  }

  get labels(): readonly string[] {
    return this.#block.labels;
  }

  get headerRange(): Range {
    return this.#block.headerRange;
  }

  get syntax(): Body | undefined {
    return this.#block.syntax?.body;
  }
}
