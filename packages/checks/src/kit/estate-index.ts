import type { OriginSubject } from '@tfwarden/hcl';
import type { Evaluation, ResourceInstance } from '@tfwarden/terraform';
import type { RelationIndex } from './companions.ts';
import type { Estate } from './estate.ts';
import { callFacts, localFacts, outputFacts, providerFacts, variableFacts } from './other-subjects.ts';
import type { ResourceFacts } from './resource-view.ts';
import { TopLevelView } from './resource-view.ts';

/** The estate with its caches: one view per instance, one list per type, one index per relation asked for. */
export class EstateIndex implements Estate {
  readonly evaluation: Evaluation;
  readonly relations = new Map<string, RelationIndex>();
  readonly #views = new Map<ResourceInstance, TopLevelView>();
  readonly #lists = new Map<string, readonly TopLevelView[]>();
  readonly #byAddress = new Map<string, ReadonlyMap<string, TopLevelView>>();

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  /** @param target `aws_flow_log`, `data.aws_ami`, `provider.aws`, `*`, `data.*`, `module`, `variable`, ... */
  resources(target: string): readonly TopLevelView[] {
    const known = this.#lists.get(target);
    if (known !== undefined) return known;
    const list = this.#collect(target);
    this.#lists.set(target, list);
    return list;
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

  viewOf(instance: ResourceInstance): TopLevelView {
    const known = this.#views.get(instance);
    if (known !== undefined) return known;
    const view = new TopLevelView(this, instanceFacts(instance));
    this.#views.set(instance, view);
    return view;
  }

  #collect(target: string): readonly TopLevelView[] {
    const { evaluation } = this;
    const ofMode = (mode: ResourceInstance['mode']): readonly TopLevelView[] =>
      evaluation.resources().flatMap((instance) => (instance.mode === mode ? [this.viewOf(instance)] : []));
    const fromModules = (facts: (module: ModuleOf) => readonly ResourceFacts[]): readonly TopLevelView[] =>
      evaluation.modules().flatMap((module) => facts(module).map((fact) => new TopLevelView(this, fact)));
    switch (target) {
      case '*':
        return ofMode('managed');
      case 'data.*':
        return ofMode('data');
      case 'provider.*':
        return fromModules(providerFacts);
      case 'module':
        return fromModules(callFacts);
      case 'variable':
        return fromModules(variableFacts);
      case 'local':
        return fromModules(localFacts);
      case 'output':
        return fromModules(outputFacts);
    }
    if (target.startsWith('provider.')) {
      return this.resources('provider.*').filter((view) => view.type === target);
    }
    const isData = target.startsWith('data.');
    const type = isData ? target.slice('data.'.length) : target;
    return evaluation.resourcesOfType(type, isData ? 'data' : 'managed').map((instance) => this.viewOf(instance));
  }
}

type ModuleOf = ReturnType<Evaluation['modules']>[number];

function instanceFacts(instance: ResourceInstance): ResourceFacts {
  const { address, module, isCertain, headerRange, range, body, syntax, name } = instance;
  const type = instance.mode === 'managed' ? instance.type : `${instance.mode}.${instance.type}`;
  const native = syntax.kind === 'body' ? syntax : undefined;
  return { type, name, address, module, isCertain, headerRange, range, body, syntax: native, instance };
}
