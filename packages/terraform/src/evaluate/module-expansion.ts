import type { OriginSubject, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, listOf, mapOf, objectOf, objectValue, tupleValue, unknownValue } from '@tfwarden/hcl';
import type { Folder } from '../configuration/folders.ts';
import { keyText, printKey } from '../configuration/instance-key.ts';
import type { ModuleCallDeclaration } from '../configuration/module-configuration.ts';
import { checkArguments } from '../module/check-arguments.ts';
import { loadCalledModule } from '../module/load-called-module.ts';
import { evaluateNow } from './evaluate-in.ts';
import { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import type { Repetition } from './repetition.ts';
import { computeRepetition, SINGLE } from './repetition.ts';
import { Requirements } from './requirements.ts';

/** The instances of one module call in one module instance. */
export class ModuleExpansion implements Node {
  readonly module: ModuleState;
  readonly declaration: ModuleCallDeclaration;
  state: Node['state'] = 'new';
  instances: readonly ModuleState[] = [];
  repetition: Repetition = SINGLE;
  #folder: Folder | undefined;
  #isLoaded = false;
  #requirements: Requirements | undefined;
  #sourceRequirements: Requirements | undefined;
  #byKey: Map<string | number, ModuleState> | undefined;
  #all: AllOutputsNode | undefined;
  #subject: OriginSubject | undefined;

  constructor(module: ModuleState, declaration: ModuleCallDeclaration) {
    this.module = module;
    this.declaration = declaration;
  }

  get address(): string {
    return this.module.addressOf(`module.${this.declaration.name}`);
  }

  get label(): string {
    return `${this.address} (expand)`;
  }

  get place(): Range {
    return this.declaration.headerRange;
  }

  get isRepeated(): boolean {
    return this.declaration.count !== undefined || this.declaration.forEach !== undefined;
  }

  /** The folder of the module is not there or may not be used; a gap says so. */
  get isMissing(): boolean {
    return this.folder === undefined;
  }

  /** The module that is called; looked up when first asked for. */
  get folder(): Folder | undefined {
    if (!this.#isLoaded) {
      this.#isLoaded = true;
      this.#folder = loadCalledModule(this.declaration, this.#source(), this.module);
    }
    return this.#folder;
  }

  /** The source as text; OpenTofu lets it be computed from variables and locals. */
  #source(): string | undefined {
    const { source, sourceExpression } = this.declaration;
    if (source !== undefined || sourceExpression === undefined) return source;
    const value = evaluateNow(sourceExpression, this.module.frame, []);
    return value.kind === 'string' ? value.value : undefined;
  }

  next(): Node | undefined {
    const { forEach, count, source, sourceExpression } = this.declaration;
    if (source === undefined && sourceExpression !== undefined && !this.#isLoaded) {
      this.#sourceRequirements ??= new Requirements(sourceExpression, this.module.frame);
      const needed = this.#sourceRequirements.next();
      if (needed !== undefined) return needed;
    }
    const expression = forEach ?? count;
    if (expression === undefined) return undefined;
    this.#requirements ??= new Requirements(expression, this.module.frame);
    return this.#requirements.next();
  }

  compute(): void {
    this.#requirements = undefined;
    this.repetition = computeRepetition(this.declaration, this.module.frame);
    const { folder, module } = this;
    if (folder === undefined) return;
    if (module.engine.mode === 'scan') {
      for (const diagnostic of checkArguments(this.declaration, folder.module)) module.engine.reportOnce(diagnostic);
    }
    const isCertain = this.repetition.isCertain && module.isCertain;
    const { items } = this.repetition;
    // Terraform's validate walk visits a module once, whatever its repetition, and names it without a key.
    const hasKeys = module.engine.mode !== 'validate';
    const number = module.engine.countModules(items.length);
    this.instances = items
      .slice(0, number)
      .map(
        (item) =>
          new ModuleState(
            module.engine,
            `${this.address}${hasKeys ? printKey(item.key) : ''}`,
            folder,
            { parent: module, call: this.declaration, item, isCertain },
            undefined,
          ),
      );
  }

  abandon(): void {
    this.#requirements = undefined;
  }

  /** Makes the same instances of another state of the module's folder, which its arguments fit. What was computed with the old ones stays. */
  replaceFolder(folder: Folder): void {
    this.#folder = folder;
    this.#byKey = undefined;
    this.instances = this.instances.map(
      ({ engine, address, origin }) => new ModuleState(engine, address, folder, origin, undefined),
    );
  }

  /** Whether all outputs were asked for at once. */
  get isReadAsWhole(): boolean {
    return this.#all !== undefined;
  }

  instance(key: string | number | undefined): ModuleState | undefined {
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

  /**
   * What a reference means in Terraform's validate walk: unknown, with the outputs that are declared. A repeated call counts as a list or
   * map there, whatever it will be.
   */
  get declaredValue(): Value {
    const names = [...(this.folder?.module.outputs.keys() ?? [])];
    const object = objectOf(names.map((name) => [name, DYNAMIC] as const));
    if (this.declaration.count !== undefined) return unknownValue(listOf(object));
    if (this.declaration.forEach !== undefined) return unknownValue(mapOf(object));
    return unknownValue(object);
  }

  get allNode(): AllOutputsNode {
    this.#all ??= new AllOutputsNode(this);
    return this.#all;
  }

  /** Stands for the call in the origins of values that cannot be known because the module is missing. */
  get subject(): OriginSubject {
    this.#subject ??= { kind: 'module', address: this.address };
    return this.#subject;
  }

  /** What a reference to a missing module means. */
  missingValue(key: string | number | undefined, output: string | undefined): Value {
    const path = `${printKey(key)}${output === undefined ? '' : `.${output}`}`;
    return unknownValue(DYNAMIC, { origin: { subject: this.subject, path } });
  }
}

/** What a reference to a module call without an output means: an object of outputs, or a tuple or object of those. */
class AllOutputsNode implements Node {
  readonly expansion: ModuleExpansion;
  state: Node['state'] = 'new';
  #instance = 0;
  #names: readonly string[] | undefined;
  #position = 0;
  #value: Value | undefined;

  constructor(expansion: ModuleExpansion) {
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
    this.#names ??= [...(this.expansion.folder?.module.outputs.keys() ?? [])];
    const { instances } = this.expansion;
    for (; this.#instance < instances.length; this.#instance++) {
      for (; this.#position < this.#names.length; this.#position++) {
        const name = this.#names[this.#position];
        const node = name === undefined ? undefined : instances[this.#instance]?.output(name);
        if (node !== undefined && node.state !== 'done') return node;
      }
      this.#position = 0;
    }
    return undefined;
  }

  compute(): void {
    const { repetition, instances, isMissing } = this.expansion;
    const [first] = instances;
    if (isMissing) {
      this.#value = this.expansion.missingValue(undefined, undefined);
    } else if (!repetition.isCertain) {
      const cause = repetition.items[0]?.countIndex ?? repetition.items[0]?.eachKey;
      const unknown = unknownValue(DYNAMIC, { waitsFor: cause?.kind === 'unknown' ? cause.waitsFor : [] });
      this.#value = first === undefined ? unknown : { ...unknown, every: outputsOf(first) };
    } else if (repetition.kind === 'single') {
      this.#value = first === undefined ? unknownValue(DYNAMIC) : outputsOf(first);
    } else if (repetition.kind === 'count') {
      this.#value = tupleValue(instances.map(outputsOf));
    } else {
      this.#value = objectValue(instances.map((instance) => [keyText(instance.key), outputsOf(instance)] as const));
    }
  }

  abandon(): void {
    this.#value = unknownValue(DYNAMIC);
  }
}

function outputsOf(instance: ModuleState): Value {
  const entries: [string, Value][] = [];
  for (const name of instance.configuration.outputs.keys()) {
    const output = instance.output(name);
    if (output !== undefined) entries.push([name, output.value]);
  }
  return objectValue(entries);
}
