import type { Diagnostic } from '@tfwarden/hcl';
import { rangeBetween } from '@tfwarden/hcl';
import type { ImportDeclaration, ResourceDeclaration } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import { parseReference } from '../configuration/reference.ts';
import { staticReferences } from '../configuration/static-references.ts';
import type { TargetKey } from '../configuration/target-address.ts';
import type { RootEvaluation } from '../evaluate/root-evaluation.ts';
import type { StaticModule } from './static-module.ts';

/** Checks the `import` blocks of a root against what is declared: the object must be, and with the same kind of key. */
export function validateImports(tree: StaticModule): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const declaration of tree.folder.module.imports) {
    const { target, to } = declaration;
    if (target?.resource === undefined || to === undefined) continue;
    let module: StaticModule | undefined = tree;
    for (const { name } of target.modules) module = module?.children.get(name);
    const resource = module?.folder.module.resources.get(target.resource);
    if (resource === undefined) {
      const path = target.modules.map(({ name }) => `module.${name}.`).join('');
      const detail = `The configuration for the given import target ${path}${target.resource} does not exist. If you wish to automatically generate config for this resource, use the -generate-config-out option within terraform plan. Otherwise, make sure the target resource exists within your configuration. For example:\n\n  terraform plan -generate-config-out=generated.tf`;
      diagnostics.push(problem('missing-import-target', 'Configuration for import target does not exist', detail, to));
      continue;
    }
    const wrong = checkKey(target.key, resource);
    if (wrong !== undefined) diagnostics.push(problem('invalid-import', "Invalid import 'to' expression", wrong, to));
    else diagnostics.push(...selfReferences(declaration, resource));
  }
  return diagnostics;
}

/** After a plan: every instance to be imported must exist. */
export function validateImportedInstances(evaluation: RootEvaluation): readonly Diagnostic[] {
  const targets = evaluation.engine.importedIds?.targets();
  if (targets === undefined) return [];
  const addresses = new Set(evaluation.resources().map(({ address }) => address));
  const diagnostics: Diagnostic[] = [];
  for (const address of targets.keys()) {
    if (addresses.has(address)) continue;
    const detail = `The configuration for the given import ${address} does not exist. All target instances must have an associated configuration to be imported.`;
    diagnostics.push(problem('missing-import-target', 'Configuration for import target does not exist', detail));
  }
  return diagnostics;
}

function checkKey(key: TargetKey, { count, forEach }: ResourceDeclaration): string | undefined {
  switch (typeof key) {
    case 'string':
      return forEach === undefined ? 'The target resource does not use for_each.' : undefined;
    case 'number':
      return count === undefined ? 'The target resource does not use count.' : undefined;
    case 'undefined':
      if (forEach !== undefined) return 'The target resource is using for_each.';
      return count === undefined ? undefined : 'The target resource is using count.';
    default:
      return undefined;
  }
}

function selfReferences({ id }: ImportDeclaration, resource: ResourceDeclaration): readonly Diagnostic[] {
  if (id === undefined) return [];
  const key = resourceKey(resource.mode, resource.type, resource.name);
  return staticReferences(id).flatMap((traversal) => {
    const reference = parseReference(traversal);
    if (reference.kind !== 'resource' || resourceKey(reference.mode, reference.type, reference.name) !== key) return [];
    const detail = 'The import ID cannot reference the resource being imported.';
    const range = rangeBetween(traversal.root, reference.range);
    return [problem('invalid-import-id', 'Invalid import id argument', detail, range)];
  });
}
