import type { Folder } from '../configuration/folders.ts';
import type { InstanceKey } from '../configuration/instance-key.ts';
import type {
  ModuleCallDeclaration,
  ModuleConfiguration,
  ProviderDeclaration,
} from '../configuration/module-configuration.ts';
import { shapeOf } from './body-shape.ts';
import { BodyView } from './body-view.ts';
import type { Engine } from './engine.ts';
import { Frame } from './frame.ts';
import type { ModuleInstance, NamedValue, ProviderConfiguration } from './instance.ts';
import { LocalNode } from './local-node.ts';
import { ModuleExpansion } from './module-expansion.ts';
import { OutputNode } from './output-node.ts';
import type { RepetitionItem } from './repetition.ts';
import { repeatNow, SINGLE } from './repetition.ts';
import { ResourceExpansion } from './resource-expansion.ts';
import type { ResourceState } from './resource-state.ts';
import type { RootInputs } from './root-inputs.ts';
import { VariableNode } from './variable-node.ts';

/** Where a module instance comes from; undefined for the root. */
export interface ModuleOrigin {
  readonly parent: ModuleState;
  readonly call: ModuleCallDeclaration;
  readonly item: RepetitionItem;
  /** False when it may not exist, because it or a module around it has an unknown number of instances. */
  readonly isCertain: boolean;
}

/** One instance of a module: its declarations as nodes, made when they are first asked for. */
export class ModuleState implements ModuleInstance {
  readonly engine: Engine;
  readonly address: string;
  readonly folder: Folder;
  readonly origin: ModuleOrigin | undefined;
  readonly inputs: RootInputs | undefined;
  readonly depth: number;
  readonly rootDirectory: string;
  /** The frame of expressions that stand outside of repeated blocks. */
  readonly frame: Frame;
  readonly #variables = new Map<string, VariableNode>();
  readonly #locals = new Map<string, LocalNode>();
  readonly #outputs = new Map<string, OutputNode>();
  readonly #calls = new Map<string, ModuleExpansion>();
  readonly #resources = new Map<string, ResourceExpansion>();
  #providers: readonly ProviderConfiguration[] | undefined;
  #allVariables: ReadonlyMap<string, NamedValue> | undefined;

  constructor(
    engine: Engine,
    address: string,
    folder: Folder,
    origin: ModuleOrigin | undefined,
    inputs: RootInputs | undefined,
  ) {
    this.engine = engine;
    this.address = address;
    this.folder = folder;
    this.origin = origin;
    this.inputs = inputs;
    this.depth = origin === undefined ? 0 : origin.parent.depth + 1;
    this.rootDirectory = origin === undefined ? folder.directory : origin.parent.rootDirectory;
    this.frame = new Frame(this);
  }

  get directory(): string {
    return this.folder.directory;
  }

  get configuration(): ModuleConfiguration {
    return this.folder.module;
  }

  get parent(): ModuleState | undefined {
    return this.origin?.parent;
  }

  get call(): ModuleCallDeclaration | undefined {
    return this.origin?.call;
  }

  get key(): InstanceKey {
    return this.origin?.item.key;
  }

  get isCertain(): boolean {
    return this.origin?.isCertain ?? true;
  }

  get children(): readonly ModuleState[] {
    const children: ModuleState[] = [];
    for (const name of this.configuration.calls.keys()) {
      const expansion = this.moduleCall(name);
      if (expansion === undefined) continue;
      this.engine.evaluate(expansion);
      for (const instance of expansion.instances) children.push(instance);
    }
    return children;
  }

  get resources(): readonly ResourceState[] {
    const resources: ResourceState[] = [];
    for (const key of this.configuration.resources.keys()) {
      const expansion = this.resource(key);
      if (expansion === undefined) continue;
      this.engine.evaluate(expansion);
      for (const instance of expansion.instances) resources.push(instance);
    }
    return resources;
  }

  get variables(): ReadonlyMap<string, NamedValue> {
    this.#allVariables ??= this.#all(this.configuration.variables, (name) => this.variable(name));
    return this.#allVariables;
  }

  get locals(): ReadonlyMap<string, NamedValue> {
    return this.#all(this.configuration.locals, (name) => this.local(name));
  }

  get outputs(): ReadonlyMap<string, NamedValue> {
    return this.#all(this.configuration.outputs, (name) => this.output(name));
  }

  get providers(): readonly ProviderConfiguration[] {
    this.#providers ??= this.configuration.providers.flatMap((declaration) => this.#expandProvider(declaration));
    return this.#providers;
  }

  variable(name: string): VariableNode | undefined {
    let node = this.#variables.get(name);
    if (node === undefined) {
      const declaration = this.configuration.variables.get(name);
      if (declaration === undefined) return undefined;
      node = new VariableNode(this, declaration);
      this.#variables.set(name, node);
    }
    return node;
  }

  local(name: string): LocalNode | undefined {
    let node = this.#locals.get(name);
    if (node === undefined) {
      const declaration = this.configuration.locals.get(name);
      if (declaration === undefined) return undefined;
      node = new LocalNode(this, declaration);
      this.#locals.set(name, node);
    }
    return node;
  }

  output(name: string): OutputNode | undefined {
    let node = this.#outputs.get(name);
    if (node === undefined) {
      const declaration = this.configuration.outputs.get(name);
      if (declaration === undefined) return undefined;
      node = new OutputNode(this, declaration);
      this.#outputs.set(name, node);
    }
    return node;
  }

  /** The outputs that were asked for. */
  get knownOutputs(): Iterable<OutputNode> {
    return this.#outputs.values();
  }

  moduleCall(name: string): ModuleExpansion | undefined {
    let node = this.#calls.get(name);
    if (node === undefined) {
      const declaration = this.configuration.calls.get(name);
      if (declaration === undefined) return undefined;
      node = new ModuleExpansion(this, declaration);
      this.#calls.set(name, node);
    }
    return node;
  }

  /** @param key as `resourceKey` makes it */
  resource(key: string): ResourceExpansion | undefined {
    let node = this.#resources.get(key);
    if (node === undefined) {
      const declaration = this.configuration.resources.get(key);
      if (declaration === undefined) return undefined;
      node = new ResourceExpansion(this, declaration);
      this.#resources.set(key, node);
    }
    return node;
  }

  /** The address of something declared here: `module.a.aws_vpc.main`. */
  addressOf(name: string): string {
    return this.address === '' ? name : `${this.address}.${name}`;
  }

  /** Names of the calls from the root on. */
  get callPath(): readonly string[] {
    const path: string[] = [];
    for (let module: ModuleState | undefined = this; module?.origin !== undefined; module = module.parent) {
      path.unshift(module.origin.call.name);
    }
    return path;
  }

  /** The address without keys: `module.net.module.subnet`. */
  get staticAddress(): string {
    return this.callPath.map((name) => `module.${name}`).join('.');
  }

  /** The address of a call made here, without keys. */
  staticAddressOf(call: string): string {
    return [...this.callPath, call].map((name) => `module.${name}`).join('.');
  }

  #expandProvider(declaration: ProviderDeclaration): readonly ProviderConfiguration[] {
    const { type, alias, headerRange, range, body, overrides, forEach } = declaration;
    const shape = shapeOf(body, overrides, 'block');
    const owner = { count: undefined, forEach };
    const { items } = forEach === undefined ? SINGLE : repeatNow(owner, this.frame);
    return items.map((item) => {
      const frame = forEach === undefined ? this.frame : new Frame(this, item, owner);
      return { type, alias, key: item.key, headerRange, range, body: new BodyView(shape, frame, `provider.${type}`) };
    });
  }

  #all<N extends NamedValue>(
    declarations: ReadonlyMap<string, unknown>,
    find: (name: string) => N | undefined,
  ): ReadonlyMap<string, N> {
    const all = new Map<string, N>();
    for (const name of declarations.keys()) {
      const node = find(name);
      if (node !== undefined) all.set(name, node);
    }
    return all;
  }
}
