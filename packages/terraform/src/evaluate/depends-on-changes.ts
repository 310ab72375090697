import type { Expression } from '@tfwarden/hcl';
import { resourceKey } from '../configuration/module-configuration.ts';
import { parseReference } from '../configuration/reference.ts';
import { traversalOf } from '../configuration/static-expression.ts';
import type { ModuleState } from './module-state.ts';
import type { ResourceState } from './resource-state.ts';

/**
 * Whether a data source, or a module call around it, names in `depends_on` something with a managed resource: without state every managed
 * resource is still to be created, and Terraform waits for it (1.11.4, `dependenciesHavePendingChanges`).
 */
export function dependsOnChanges(instance: ResourceState): boolean {
  const { declaration, module } = instance.expansion;
  if (anyChanges(declaration.dependsOn, module)) return true;
  for (let inner = module; inner.origin !== undefined; inner = inner.origin.parent) {
    if (anyChanges(inner.origin.call.dependsOn, inner.origin.parent)) return true;
  }
  return false;
}

function anyChanges(dependencies: readonly Expression[], module: ModuleState): boolean {
  return dependencies.some((dependency) => {
    const traversal = traversalOf(dependency);
    const reference = traversal && parseReference(traversal);
    if (reference?.kind === 'module') return moduleHasManaged(module, reference.name);
    if (reference?.kind !== 'resource') return false;
    const expansion = module.resource(resourceKey(reference.mode, reference.type, reference.name));
    if (expansion === undefined) return false;
    module.engine.evaluate(expansion);
    if (reference.mode === 'managed') return expansion.instances.length > 0;
    return expansion.instances.some((instance) => instance.isReadLater);
  });
}

function moduleHasManaged(module: ModuleState, call: string): boolean {
  const pending: ModuleState[] = [];
  const enter = (from: ModuleState, name: string): void => {
    const expansion = from.moduleCall(name);
    if (expansion === undefined) return;
    from.engine.evaluate(expansion);
    pending.push(...expansion.instances);
  };
  enter(module, call);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { mode } of next.configuration.resources.values()) if (mode === 'managed') return true;
    for (const name of next.configuration.calls.keys()) enter(next, name);
  }
  return false;
}
