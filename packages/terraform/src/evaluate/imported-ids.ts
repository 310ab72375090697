import type { Expression, Value } from '@tfwarden/hcl';
import { convert, evaluate, isConversionFailure, STRING } from '@tfwarden/hcl';
import type { ImportDeclaration } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { traversalOf } from '../configuration/static-expression.ts';
import { printKey } from './instance-key.ts';
import type { ModuleState } from './module-state.ts';
import { parseReference } from './reference.ts';
import { Requirements } from './requirements.ts';
import type { ResourceState } from './resource-state.ts';

/** The ids that `import` blocks of a root give to its instances. */
export interface ImportedIds {
  idOf(instance: ResourceState): Value | undefined;
}

/** Reads the `import` blocks of a root whose target is written without `for_each`; others leave the id unknown. */
export function readImports(root: ModuleState): ImportedIds | undefined {
  const targets = new Map<string, ImportDeclaration>();
  for (const declaration of root.configuration.imports) {
    const address = declaration.forEach === undefined ? addressOf(declaration.to) : undefined;
    if (address !== undefined) targets.set(address, declaration);
  }
  if (targets.size === 0) return undefined;
  const known = new Map<string, Value | undefined>();
  return {
    idOf({ address }) {
      const declaration = targets.get(address);
      if (declaration?.id === undefined) return undefined;
      if (!known.has(address)) {
        // An id that needs itself is unknown.
        known.set(address, undefined);
        known.set(address, evaluateId(declaration.id, root));
      }
      return known.get(address);
    },
  };
}

/** The address of a resource instance of the root as written: `aws_vpc.main`, `aws_subnet.a["x"]`. */
function addressOf(to: Expression | undefined): string | undefined {
  const traversal = to && traversalOf(to);
  const reference = traversal && parseReference(traversal);
  if (reference?.kind !== 'resource') return undefined;
  return `${resourceKey(reference.mode, reference.type, reference.name)}${printKey(reference.key)}`;
}

function evaluateId(expression: Expression, root: ModuleState): Value | undefined {
  const requirements = new Requirements(expression, root.frame);
  for (let needed = requirements.next(); needed !== undefined; needed = requirements.next())
    root.engine.evaluate(needed);
  const value = convert(evaluate(expression, root.frame, []), STRING);
  return isConversionFailure(value) ? undefined : value;
}
