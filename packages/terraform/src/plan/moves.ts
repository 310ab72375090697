import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import { traversalOf } from '../configuration/static-expression.ts';
import { printKey } from '../evaluate/instance-key.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import type { Reference } from '../evaluate/reference.ts';
import { parseReference } from '../evaluate/reference.ts';
import type { RootEvaluation } from '../evaluate/root-evaluation.ts';
import type { StaticModule } from './static-module.ts';

/** Checks the `moved` blocks of all modules against what is declared, as far as that needs no state. */
export function validateMoves(_tree: StaticModule, evaluation: RootEvaluation): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const module of evaluation.modules()) {
    for (const { from, to, headerRange } of module.configuration.moved) {
      const source = endpoint(from);
      const target = endpoint(to);
      if (source === undefined || target === undefined) continue;
      const fromAddress = module.addressOf(printEndpoint(source));
      const toAddress = module.addressOf(printEndpoint(target));
      if (fromAddress === toAddress) {
        const detail = `This statement declares a move from ${fromAddress} to the same address, which is the same as not declaring this move at all.`;
        diagnostics.push(problem('redundant-move', 'Redundant move statement', detail, headerRange));
        continue;
      }
      const existing = findDeclared(source, module);
      if (existing === undefined) continue;
      const detail = `This statement declares a move from ${fromAddress}, but that ${existing.noun} is still declared at ${existing.place}.\n\nChange your configuration so that this ${existing.shortNoun} will be declared as ${toAddress} instead.`;
      diagnostics.push(problem('moved-object-exists', 'Moved object still exists', detail, headerRange));
    }
  }
  return diagnostics;
}

type Endpoint = Reference & { readonly kind: 'resource' | 'module' };

function endpoint(expression: Expression | undefined): Endpoint | undefined {
  const traversal = expression && traversalOf(expression);
  const reference = traversal && parseReference(traversal);
  return reference?.kind === 'resource' || reference?.kind === 'module' ? reference : undefined;
}

function printEndpoint(endpoint: Endpoint): string {
  if (endpoint.kind === 'module') return `module.${endpoint.name}${printKey(endpoint.key)}`;
  return `${resourceKey(endpoint.mode, endpoint.type, endpoint.name)}${printKey(endpoint.key)}`;
}

interface Declared {
  readonly noun: string;
  readonly shortNoun: string;
  /** File, line and column. */
  readonly place: string;
}

function findDeclared(endpoint: Endpoint, module: ModuleState): Declared | undefined {
  const isModule = endpoint.kind === 'module';
  if (isModule && endpoint.output !== undefined) return undefined;
  const expansion = isModule
    ? module.moduleCall(endpoint.name)
    : module.resource(resourceKey(endpoint.mode, endpoint.type, endpoint.name));
  if (expansion === undefined) return undefined;
  module.engine.evaluate(expansion);
  const hasKey = endpoint.key !== undefined;
  if (hasKey !== expansion.isRepeated && !(!hasKey && expansion.isRepeated)) return undefined;
  if (hasKey && expansion.instance(endpoint.key) === undefined) return undefined;
  const { headerRange } = expansion.declaration;
  const { line, column } = headerRange.file.position(headerRange.start);
  const what = isModule ? 'module' : 'resource';
  const noun = hasKey ? `${what} instance` : isModule ? 'module call' : 'resource';
  const shortNoun = hasKey ? 'instance' : isModule ? 'call' : 'resource';
  return { noun, shortNoun, place: `${headerRange.file.name}:${line},${column}` };
}
