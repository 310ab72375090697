import type { Body, OriginSubject, ParsedFile, Range, SourceFile, Value } from '@tfwarden/hcl';
import type { EvaluatedBody, Evaluation, ModuleInstance, ResourceInstance } from '@tfwarden/terraform';
import type { RelationIndex } from './companions.ts';
import type { Estate } from './estate.ts';
import { callFacts, localFacts, outputFacts, providerFacts, variableFacts } from './other-subjects.ts';
import type { ResourceFacts } from './resource-view.ts';
import { TopLevelView } from './resource-view.ts';

/** The estate with its caches: one view per instance, one list per type, one index per relation asked for. */
export class EstateIndex implements Estate {
  readonly evaluation: Evaluation;
  readonly today: string | undefined;
  readonly relations = new Map<string, RelationIndex>();
  /** What was looked for in the whole estate: targets, and `folder PATH` where the declarations of a folder were. */
  readonly listed = new Set<string>();
  readonly #views = new Map<ResourceInstance, TopLevelView>();
  readonly #lists = new Map<string, readonly TopLevelView[]>();
  readonly #byHeader = new Map<string, ReadonlyMap<string, readonly TopLevelView[]>>();
  readonly #byAddress = new Map<string, ReadonlyMap<string, TopLevelView>>();
  #filesBySource: ReadonlyMap<SourceFile, ParsedFile> | undefined;
  #declared: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> | undefined;
  readonly #byText = new Map<string, ReadonlyMap<string, TopLevelView>>();

  constructor(evaluation: Evaluation, today?: string) {
    this.evaluation = evaluation;
    this.today = today;
  }

  /** @param target `aws_flow_log`, `data.aws_ami`, `provider.aws`, `*`, `data.*`, `module`, `variable`, ... */
  resources(target: string): readonly TopLevelView[] {
    this.listed.add(target);
    const known = this.#lists.get(target);
    if (known !== undefined) return known;
    const list = this.#collect(target);
    this.#lists.set(target, list);
    return list;
  }

  /** Those of one module instance, in the order in which `resources` has them. @param target as for `resources` */
  resourcesIn(module: ModuleInstance, target: string): readonly TopLevelView[] {
    const views = (facts: readonly ResourceFacts[]): readonly TopLevelView[] =>
      facts.map((fact) => new TopLevelView(this, fact));
    switch (target) {
      case '*':
        return this.#instancesIn(module, 'managed', undefined);
      case 'data.*':
        return this.#instancesIn(module, 'data', undefined);
      case 'provider.*':
        return views(providerFacts(module));
      case 'module':
        return views(callFacts(module));
      case 'variable':
        return views(variableFacts(module, this.evaluation, this.#files));
      case 'local':
        return views(localFacts(module));
      case 'output':
        return views(outputFacts(module));
    }
    if (target.startsWith('provider.')) return views(providerFacts(module).filter(({ type }) => type === target));
    const isData = target.startsWith('data.');
    return this.#instancesIn(module, isData ? 'data' : 'managed', isData ? target.slice('data.'.length) : target);
  }

  isDeclared(module: ModuleInstance, type: string, name: string | undefined): boolean {
    this.listed.add(`folder ${module.directory}`);
    this.#declared ??= declaredIn(this.#files.values());
    const names = this.#declared.get(module.directory)?.get(type);
    return names !== undefined && (name === undefined || names.has(name));
  }

  /** The resource of an unknown value's origin. */
  resourceOf(subject: OriginSubject): TopLevelView | undefined {
    const instance = this.evaluation.resourceOf(subject);
    return instance === undefined ? undefined : this.viewOf(instance);
  }

  /** @param type as for `resources` */
  resourceAt(type: string, address: string): TopLevelView | undefined {
    let byAddress = this.#byAddress.get(type);
    if (byAddress === undefined) {
      byAddress = new Map(this.resources(type).map((view) => [view.address, view]));
      this.#byAddress.set(type, byAddress);
    }
    return byAddress.get(address);
  }

  /** The first resource of the type whose attribute is this known text. @param type as for `resources` */
  resourceNamed(type: string, attribute: string, text: string): TopLevelView | undefined {
    const key = `${type}\n${attribute}`;
    let byText = this.#byText.get(key);
    if (byText === undefined) {
      byText = byTextOf(this.resources(type), attribute);
      this.#byText.set(key, byText);
    }
    return byText.get(text);
  }

  /** The value of an attribute that is computed and not written: the `json` of a policy document. */
  computedValue(view: TopLevelView, attribute: string): Value {
    const { address, module } = view;
    const local = module.address === '' ? address : address.slice(module.address.length + 1);
    return this.evaluation.evaluateExpression(`${local}.${attribute}`, module).value;
  }

  /** The instances of a block. @param type as for `resources` @param header of the block */
  resourcesOfBlock(type: string, header: Range): readonly TopLevelView[] {
    let byHeader = this.#byHeader.get(type);
    if (byHeader === undefined) {
      byHeader = groupByHeader(this.resources(type));
      this.#byHeader.set(type, byHeader);
    }
    return byHeader.get(keyOf(header)) ?? [];
  }

  viewOf(instance: ResourceInstance): TopLevelView {
    const known = this.#views.get(instance);
    if (known !== undefined) return known;
    const view = new TopLevelView(this, new InstanceFacts(instance));
    this.#views.set(instance, view);
    return view;
  }

  #instancesIn(
    module: ModuleInstance,
    mode: ResourceInstance['mode'],
    type: string | undefined,
  ): readonly TopLevelView[] {
    const found: TopLevelView[] = [];
    for (const instance of module.resources) {
      if (instance.mode === mode && (type === undefined || instance.type === type)) found.push(this.viewOf(instance));
    }
    return found;
  }

  /** All files of the evaluation; complete when all modules are known. */
  get #files(): ReadonlyMap<SourceFile, ParsedFile> {
    if (this.#filesBySource === undefined) {
      this.evaluation.modules();
      this.#filesBySource = new Map(this.evaluation.files().map((parsed) => [parsed.file, parsed]));
    }
    return this.#filesBySource;
  }

  #collect(target: string): readonly TopLevelView[] {
    const { evaluation } = this;
    // The views of `provider.aws` are among those of all providers.
    if (target.startsWith('provider.') && target !== 'provider.*') {
      return this.resources('provider.*').filter((view) => view.type === target);
    }
    if (CLASSES.has(target)) return evaluation.modules().flatMap((module) => this.resourcesIn(module, target));
    const isData = target.startsWith('data.');
    const type = isData ? target.slice('data.'.length) : target;
    return evaluation.resourcesOfType(type, isData ? 'data' : 'managed').map((instance) => this.viewOf(instance));
  }
}

/** Targets that are no type. */
const CLASSES: ReadonlySet<string> = new Set(['*', 'data.*', 'provider.*', 'module', 'variable', 'local', 'output']);

/** Names of the resource blocks, by folder and type. */
function declaredIn(files: Iterable<ParsedFile>): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const folders = new Map<string, Map<string, Set<string>>>();
  for (const { file, body } of files) {
    if (body.kind !== 'body') continue;
    const folder = folderOf(file.name);
    const types = folders.get(folder) ?? new Map<string, Set<string>>();
    folders.set(folder, types);
    for (const { type: kind, labels } of body.blocks) {
      const [type, name] = labels;
      if (kind !== 'resource' || type === undefined || name === undefined) continue;
      const names = types.get(type);
      if (names === undefined) types.set(type, new Set([name]));
      else names.add(name);
    }
  }
  return folders;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

function byTextOf(views: readonly TopLevelView[], attribute: string): ReadonlyMap<string, TopLevelView> {
  const byText = new Map<string, TopLevelView>();
  for (const view of views) {
    const value = view.body.attribute(attribute)?.value;
    if (value?.kind === 'string' && !byText.has(value.value)) byText.set(value.value, view);
  }
  return byText;
}

function groupByHeader(views: readonly TopLevelView[]): ReadonlyMap<string, readonly TopLevelView[]> {
  const groups = new Map<string, TopLevelView[]>();
  for (const view of views) {
    const key = keyOf(view.headerRange);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [view]);
    else group.push(view);
  }
  return groups;
}

function keyOf(range: Range): string {
  return `${range.start} ${range.file.name}`;
}

/** The facts of a resource or data source. Hardly any check needs all of them, and most instances have few checks. */
class InstanceFacts implements ResourceFacts {
  readonly instance: ResourceInstance;
  readonly type: string;

  constructor(instance: ResourceInstance) {
    const { mode, type } = instance;
    this.instance = instance;
    this.type = mode === 'managed' ? type : `${mode}.${type}`;
  }

  get name(): string {
    return this.instance.name;
  }

  get address(): string {
    return this.instance.address;
  }

  get module(): ModuleInstance {
    return this.instance.module;
  }

  get isCertain(): boolean {
    return this.instance.isCertain;
  }

  get headerRange(): Range {
    return this.instance.headerRange;
  }

  get range(): Range {
    return this.instance.range;
  }

  get body(): EvaluatedBody {
    return this.instance.body;
  }

  get syntax(): Body | undefined {
    const { syntax } = this.instance;
    return syntax.kind === 'body' ? syntax : undefined;
  }
}
