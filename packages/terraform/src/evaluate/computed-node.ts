import type { Range, Value } from '@tfwarden/hcl';
import type { Node } from './node.ts';
import { unlessDone } from './node.ts';
import type { ResourceState } from './resource-state.ts';

/** What follows from the arguments of a data source, such as the `json` of a policy document. */
export class ComputedNode implements Node {
  readonly instance: ResourceState;
  state: Node['state'] = 'new';
  /** When done: the computed attributes, or undefined when nothing of the type can be computed. */
  values: ReadonlyMap<string, Value> | undefined;

  constructor(instance: ResourceState) {
    this.instance = instance;
  }

  get label(): string {
    return this.instance.expansion.label;
  }

  get place(): Range {
    return this.instance.headerRange;
  }

  next(): Node | undefined {
    return unlessDone(this.instance.view.valueNode);
  }

  compute(): void {
    const { module } = this.instance.expansion;
    const { engine } = module;
    if (engine.mode === 'validate' || (engine.mode === 'plan' && this.instance.isDeferred)) return;
    const given = engine.dataSources === undefined ? undefined : statedOf(this.instance, engine.dataSources);
    if (given !== undefined && given.kind === 'object') {
      this.values = given.attributes;
      return;
    }
    const { type, address, body } = this.instance;
    const diagnostics: Parameters<typeof engine.reportOnce>[0][] = [];
    this.values = engine.computeDataSource?.({
      type,
      address,
      body,
      fileSystem: engine.fileSystem,
      directory: module.rootDirectory,
      findFunction: (name) => engine.functions.find(name),
      diagnostics,
    });
    for (const diagnostic of diagnostics) engine.reportOnce(diagnostic);
  }

  abandon(): void {
    this.values = undefined;
  }
}

/** What a user states: of the instance, else of its block, else of the type. */
function statedOf({ address, expansion, type }: ResourceState, stated: ReadonlyMap<string, Value>): Value | undefined {
  return stated.get(address) ?? stated.get(expansion.label) ?? stated.get(`data.${type}`);
}
