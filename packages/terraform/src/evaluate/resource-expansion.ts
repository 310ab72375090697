import type { Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, objectValue, tupleValue, unknownValue } from '@tfwarden/hcl';
import { keyText } from '../configuration/instance-key.ts';
import type { ResourceDeclaration } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import type { Repetition } from './repetition.ts';
import { computeRepetition, SINGLE } from './repetition.ts';
import { Requirements } from './requirements.ts';
import { ResourceState } from './resource-state.ts';

/** The instances of one resource block in one module instance. */
export class ResourceExpansion implements Node {
  readonly module: ModuleState;
  readonly declaration: ResourceDeclaration;
  state: Node['state'] = 'new';
  instances: readonly ResourceState[] = [];
  repetition: Repetition = SINGLE;
  #requirements: Requirements | undefined;
  #byKey: Map<string | number, ResourceState> | undefined;
  #all: AllInstancesNode | undefined;

  constructor(module: ModuleState, declaration: ResourceDeclaration) {
    this.module = module;
    this.declaration = declaration;
  }

  get key(): string {
    const { mode, type, name } = this.declaration;
    return resourceKey(mode, type, name);
  }

  get label(): string {
    return this.module.addressOf(this.key);
  }

  get place(): Range {
    return this.declaration.headerRange;
  }

  get isRepeated(): boolean {
    return this.declaration.count !== undefined || this.declaration.forEach !== undefined;
  }

  next(): Node | undefined {
    const { forEach, count, enabled } = this.declaration;
    const expression = forEach ?? count ?? enabled;
    if (expression === undefined) return undefined;
    this.#requirements ??= new Requirements(expression, this.module.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    this.repetition = computeRepetition(this.declaration, this.module.frame);
    this.instances = this.repetition.items.map((item) => new ResourceState(this, item));
  }

  abandon(): void {
    this.#requirements = undefined;
  }

  /** The instance with a key; the symbolic one whatever the key. */
  instance(key: string | number | undefined): ResourceState | undefined {
    if (!this.repetition.isCertain || !this.isRepeated) return this.instances[0];
    if (key === undefined) return undefined;
    if (this.#byKey === undefined) {
      this.#byKey = new Map();
      for (const instance of this.instances) {
        if (typeof instance.key === 'string' || typeof instance.key === 'number')
          this.#byKey.set(instance.key, instance);
      }
    }
    return this.#byKey.get(key);
  }

  /** All instances as one value, to be evaluated. */
  get allNode(): AllInstancesNode {
    this.#all ??= new AllInstancesNode(this);
    return this.#all;
  }
}

/** What a reference to a repeated resource without a key means: a tuple for `count`, an object for `for_each`. */
export class AllInstancesNode implements Node {
  readonly expansion: ResourceExpansion;
  state: Node['state'] = 'new';
  #position = 0;
  #value: Value | undefined;

  constructor(expansion: ResourceExpansion) {
    this.expansion = expansion;
  }

  get label(): string {
    return this.expansion.label;
  }

  get place(): Range {
    return this.expansion.place;
  }

  get value(): Value {
    if (this.state !== 'done') this.expansion.module.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  next(): Node | undefined {
    if (this.expansion.state !== 'done') return this.expansion;
    const { instances } = this.expansion;
    while (this.#position < instances.length) {
      const node = instances[this.#position]?.wholeNode;
      if (node !== undefined && node.state !== 'done') return node;
      this.#position++;
    }
    return undefined;
  }

  compute(): void {
    const { repetition, instances } = this.expansion;
    const [first] = instances;
    if (!repetition.isCertain && first !== undefined) {
      // Which instance a key means is unknown, but all that can be known of it is what is known of the symbolic one.
      this.#value = { ...unknownValue(DYNAMIC, { waitsFor: first.waitsFor }), every: first.whole };
    } else if (repetition.kind === 'count') {
      this.#value = tupleValue(instances.map((instance) => instance.whole));
    } else {
      const entries: [string, Value][] = instances.map((instance) => [keyText(instance.key), instance.whole]);
      this.#value = objectValue(entries);
    }
  }

  abandon(): void {
    this.#value = unknownValue(DYNAMIC);
  }
}
