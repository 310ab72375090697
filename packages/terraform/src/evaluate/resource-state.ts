import type { AnyBody, Origin, OriginSubject, Range, Resolved, ScopeTraversal, Type, Value } from '@tfwarden/hcl';
import { containsUnknown, DYNAMIC, NOT_NULL, objectValue, STRING, unknownValue } from '@tfwarden/hcl';
import type { InstanceKey } from '../configuration/instance-key.ts';
import { printKey } from '../configuration/instance-key.ts';
import { shapeOf } from './body-shape.ts';
import { blocksValue } from './body-value-node.ts';
import { BodyView } from './body-view.ts';
import type { BuiltinSchema } from './builtin-schema.ts';
import { builtinSchema, builtinValue } from './builtin-schema.ts';
import { ComputedNode } from './computed-node.ts';
import { dependsOnChanges } from './depends-on-changes.ts';
import { Frame } from './frame.ts';
import type { EvaluatedBody, ModuleInstance, ResourceInstance } from './instance.ts';
import type { Node } from './node.ts';
import { unlessDone } from './node.ts';
import type { RepetitionItem } from './repetition.ts';
import type { ResourceExpansion } from './resource-expansion.ts';

/** Stands for an instance in the origins of values: it stays the same one when the instance is made anew because its module changed. */
export class ResourceSubject implements OriginSubject {
  readonly kind: 'resource' | 'data';
  readonly address: string;
  /** Undefined when the instance is gone. */
  instance: ResourceState | undefined;

  constructor(instance: ResourceState) {
    this.kind = instance.kind;
    this.address = instance.address;
    this.instance = instance;
  }
}

/** One instance of a resource, data source or ephemeral resource. */
export class ResourceState implements ResourceInstance {
  readonly expansion: ResourceExpansion;
  readonly item: RepetitionItem;
  readonly kind: 'resource' | 'data';
  readonly address: string;
  #subject: ResourceSubject | undefined;
  #body: BodyView | undefined;
  #whole: WholeNode | undefined;
  #computed: ComputedNode | undefined;
  #isDeferred: boolean | undefined;
  #unknowns: Map<string, Value> | undefined;

  constructor(expansion: ResourceExpansion, item: RepetitionItem) {
    this.expansion = expansion;
    this.item = item;
    this.kind = expansion.declaration.mode === 'managed' ? 'resource' : 'data';
    this.address = `${expansion.label}${printKey(item.key)}`;
  }

  get mode(): ResourceInstance['mode'] {
    return this.expansion.declaration.mode;
  }

  get type(): string {
    return this.expansion.declaration.type;
  }

  get name(): string {
    return this.expansion.declaration.name;
  }

  get key(): InstanceKey {
    return this.item.key;
  }

  get module(): ModuleInstance {
    return this.expansion.module;
  }

  /** What its unknown values stand for. */
  get subject(): ResourceSubject {
    this.#subject ??= this.expansion.module.engine.inherited?.get(this.address) ?? new ResourceSubject(this);
    return this.#subject;
  }

  /** The subject, when something asked for it. */
  get knownSubject(): ResourceSubject | undefined {
    return this.#subject;
  }

  get isCertain(): boolean {
    return this.expansion.repetition.isCertain && this.expansion.module.isCertain;
  }

  get headerRange(): Range {
    return this.expansion.declaration.headerRange;
  }

  get range(): Range {
    return this.expansion.declaration.range;
  }

  get syntax(): AnyBody {
    return this.expansion.declaration.body;
  }

  get body(): EvaluatedBody {
    return this.view;
  }

  get view(): BodyView {
    if (this.#body === undefined) {
      const { declaration, module } = this.expansion;
      const { body, overrides } = declaration;
      const frame = new Frame(module, this.item, declaration);
      this.#body = new BodyView(shapeOf(body, overrides, 'resource'), frame, this.expansion.label, this);
    }
    return this.#body;
  }

  get schema(): BuiltinSchema | undefined {
    return builtinSchema(this.mode, this.type);
  }

  /** Of a data source: it depends on something that is still to be created, so that Terraform reads it only when it applies. */
  get isDeferred(): boolean {
    return this.mode === 'data' && (this.#isDeferred ??= dependsOnChanges(this));
  }

  /** Of a data source: Terraform reads it only when it applies, as it is deferred or some argument is unknown. */
  get isReadLater(): boolean {
    return this.isDeferred || (this.mode === 'data' && containsUnknown(this.view.valueNode.toObject(undefined)));
  }

  /** The id of the existing object that an `import` block of the root module gives it; undefined without one. */
  get importId(): Value | undefined {
    return this.expansion.module.engine.importedIds?.idOf(this);
  }

  /** What decides whether the instance exists, where that is unknown. */
  get waitsFor(): readonly Origin[] {
    const value = this.item.countIndex ?? this.item.eachKey;
    return value?.kind === 'unknown' ? value.waitsFor : [];
  }

  /** What must be done before `attributeValue(name)` may be called; undefined when nothing is left. */
  pendingFor(name: string): Node | undefined {
    const { schema, view } = this;
    if (schema !== undefined && !schema.has(name)) return unlessDone(this.wholeNode);
    if (schema?.get(name) === 'computed' && this.mode === 'managed') return unlessDone(view.attribute('input'));
    const attribute = view.attribute(name);
    if (attribute !== undefined) {
      if (attribute.state !== 'done') return attribute;
      if (attribute.value.kind !== 'null') return undefined;
    } else {
      const blocks = view.blocksNode(name);
      if (blocks !== undefined) {
        if (blocks.state !== 'done') return blocks;
        return view.valueNode.state === 'done' ? undefined : view.valueNode;
      }
    }
    const computed = this.computedNode;
    return computed === undefined || computed.state === 'done' ? undefined : computed;
  }

  /** The value of one attribute or block type for a reference; what is written, or what the provider would fill in. */
  attributeValue(name: string): Value {
    const { schema, view } = this;
    if (schema !== undefined) return builtinValue(schema, name, this) ?? this.unknownAttribute(name);
    const attribute = view.attribute(name);
    if (attribute !== undefined && attribute.value.kind !== 'null') return attribute.value;
    if (attribute === undefined) {
      const blocks = view.blocksNode(name);
      if (blocks !== undefined) return blocksValue(blocks, { subject: this.subject, path: '' });
    }
    return this.computedNode?.values?.get(name) ?? this.unknownAttribute(name);
  }

  /** A value the provider fills in: unknown, and always the same one. */
  unknownAttribute(name: string): Value {
    this.#unknowns ??= new Map();
    let value = this.#unknowns.get(name);
    if (value === undefined) {
      // Terraform itself cannot know this before apply, but no object exists without an id or an ARN of its own.
      const exists = this.expansion.module.engine.mode === 'scan' && (name === 'id' || name === 'arn');
      value = unknownValue(typeOfAttribute(name), {
        origin: { subject: this.subject, path: `.${name}` },
        ...(exists ? { refinement: NOT_NULL } : {}),
      });
      this.#unknowns.set(name, value);
    }
    return value;
  }

  get wholeNode(): WholeNode {
    this.#whole ??= new WholeNode(this);
    return this.#whole;
  }

  /** The whole instance as an object; its node must be done. */
  get whole(): Value {
    return this.wholeNode.value;
  }

  /** Of data sources only: what follows from the arguments. */
  get computedNode(): ComputedNode | undefined {
    if (this.mode !== 'data') return undefined;
    this.#computed ??= new ComputedNode(this);
    return this.#computed;
  }

  resolveSelf(traversal: ScopeTraversal): Resolved {
    const [step] = traversal.steps;
    if (step?.kind !== 'attributeStep') return { value: this.whole, stepsUsed: 0 };
    return { value: this.readAttribute(step.name), stepsUsed: 1 };
  }

  /** As `attributeValue`, with whatever it needs evaluated first. */
  readAttribute(name: string): Value {
    const { engine } = this.expansion.module;
    for (let pending = this.pendingFor(name); pending !== undefined; pending = this.pendingFor(name)) {
      engine.evaluate(pending);
    }
    return this.attributeValue(name);
  }
}

/** A whole instance as a value: what is written, and everything else unknown. */
export class WholeNode implements Node {
  readonly instance: ResourceState;
  state: Node['state'] = 'new';
  #value: Value | undefined;

  constructor(instance: ResourceState) {
    this.instance = instance;
  }

  get label(): string {
    return this.instance.expansion.label;
  }

  get place(): Range {
    return this.instance.headerRange;
  }

  get value(): Value {
    if (this.state !== 'done') this.instance.expansion.module.engine.evaluate(this);
    return this.#value ?? unknownValue(DYNAMIC);
  }

  next(): Node | undefined {
    const body = this.instance.view.valueNode;
    if (body.state !== 'done') return body;
    const computed = this.instance.computedNode;
    return computed === undefined || computed.state === 'done' ? undefined : computed;
  }

  compute(): void {
    const { instance } = this;
    const { schema } = instance;
    const origin = { subject: instance.subject, path: '' };
    if (schema !== undefined) {
      const names = [...schema.keys()];
      this.#value = objectValue(names.map((name) => [name, instance.attributeValue(name)] as const));
      return;
    }
    const value = instance.view.valueNode.toObject(origin);
    const computed = instance.computedNode?.values;
    this.#value =
      computed === undefined || value.kind !== 'object'
        ? value
        : objectValue([...computed, ...value.attributes], value.open);
    this.#value = withIds(this.#value, instance);
  }

  abandon(): void {
    this.#value = unknownValue(DYNAMIC, { origin: { subject: this.instance.subject, path: '' } });
  }
}

/**
 * The type of an attribute that the provider fills in, as far as its name tells without the provider's schema: ids and ARNs are texts. A
 * number would convert, and where a text stands no list can be.
 */
function typeOfAttribute(name: string): Type {
  return IDENTIFIERS.test(name) ? STRING : DYNAMIC;
}

const IDENTIFIERS = /^(?:id|arn)$|_(?:id|arn)$/;

/** Every object has an id, and of AWS nearly every one an ARN: collections of them are then collections of texts. */
function withIds(value: Value, instance: ResourceState): Value {
  if (value.kind !== 'object') return value;
  const names = instance.type.startsWith('aws_') ? ['arn', 'id'] : ['id'];
  const missing = names.filter((name) => !value.attributes.has(name));
  if (missing.length === 0) return value;
  const added = missing.map((name) => [name, instance.unknownAttribute(name)] as const);
  return objectValue([...value.attributes, ...added], value.open);
}
