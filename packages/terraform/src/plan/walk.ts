import type { Engine } from '../evaluate/engine.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import type { CheckResults } from './check-results.ts';
import type { StaticModule } from './static-module.ts';
import type { Vertex } from './vertex.ts';
import { visit } from './visit.ts';

/** What a walk needs while it visits. */
export interface Walk {
  readonly engine: Engine;
  /** All instances of a module, in order. */
  statesOf(module: StaticModule): readonly ModuleState[];
  readonly checks: CheckResults;
}

/**
 * Visits vertices in an order that puts what is needed first. What needs something that is in error is left out, as Terraform leaves it
 * out, so that one mistake is told once.
 */
export function walkGraph(order: readonly Vertex[], root: ModuleState, checks: CheckResults): void {
  const { engine } = root;
  const states = new Map<StaticModule, readonly ModuleState[]>();
  const walk: Walk = {
    engine,
    checks,
    statesOf(module) {
      let found = states.get(module);
      if (found === undefined) {
        found = findStates(module, root, (parent) => walk.statesOf(parent));
        states.set(module, found);
      }
      return found;
    },
  };
  const failed = new Set<Vertex>();
  for (const vertex of order) {
    if (needsFailed(vertex, failed)) {
      failed.add(vertex);
      continue;
    }
    const before = engine.errorCount;
    visit(vertex, walk);
    if (engine.errorCount > before) failed.add(vertex);
  }
}

function needsFailed(vertex: Vertex, failed: ReadonlySet<Vertex>): boolean {
  for (const dependency of vertex.dependencies) if (failed.has(dependency)) return true;
  return false;
}

function findStates(
  module: StaticModule,
  root: ModuleState,
  statesOf: (module: StaticModule) => readonly ModuleState[],
): readonly ModuleState[] {
  const { parent, call } = module;
  if (parent === undefined || call === undefined) return [root];
  const found: ModuleState[] = [];
  for (const state of statesOf(parent)) {
    const expansion = state.moduleCall(call.name);
    if (expansion === undefined) continue;
    state.engine.evaluate(expansion);
    for (const instance of expansion.instances) found.push(instance);
  }
  return found;
}
