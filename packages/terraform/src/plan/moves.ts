import type { Diagnostic, Range } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { TargetAddress } from '../configuration/target-address.ts';
import { printTarget } from '../configuration/target-address.ts';
import type { ModuleExpansion } from '../evaluate/module-expansion.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import type { ResourceExpansion } from '../evaluate/resource-expansion.ts';
import type { RootEvaluation } from '../evaluate/root-evaluation.ts';
import type { StaticModule } from './static-module.ts';
import { modulesOf } from './static-module.ts';

/** Checks the `moved` blocks of all modules against what is declared, as far as that needs no state. */
export function validateMoves(evaluation: RootEvaluation): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const moved = new Map<string, { readonly to: string; readonly range: Range }>();
  for (const module of evaluation.modules()) {
    for (const { from, to, headerRange } of module.configuration.moved) {
      const source = from && printTarget(from);
      const target = to && printTarget(to);
      if (from === undefined || source === undefined || target === undefined) continue;
      const fromAddress = module.addressOf(source);
      const toAddress = module.addressOf(target);
      if (fromAddress === toAddress) {
        const detail = `This statement declares a move from ${fromAddress} to the same address, which is the same as not declaring this move at all.`;
        diagnostics.push(problem('redundant-move', 'Redundant move statement', detail, headerRange));
        continue;
      }
      const earlier = moved.get(fromAddress);
      if (earlier !== undefined && earlier.to !== toAddress) {
        const { line, column } = earlier.range.file.position(earlier.range.start);
        const noun =
          from.resource === undefined ? 'module call' : from.key === undefined ? 'resource' : 'resource instance';
        const detail = `A statement at ${earlier.range.file.name}:${line},${column} declared that ${fromAddress} moved to ${earlier.to}, but this statement instead declares that it moved to ${toAddress}.\n\nEach ${noun} can move to only one destination ${noun}.`;
        diagnostics.push(problem('ambiguous-move', 'Ambiguous move statements', detail, headerRange));
      } else {
        moved.set(fromAddress, { to: toAddress, range: headerRange });
      }
      const existing = findDeclared(from, module);
      if (existing === undefined) continue;
      const detail = `This statement declares a move from ${fromAddress}, but that ${existing.noun} is still declared at ${existing.place}.\n\nChange your configuration so that this ${existing.shortNoun} will be declared as ${toAddress} instead.`;
      diagnostics.push(problem('moved-object-exists', 'Moved object still exists', detail, headerRange));
    }
  }
  return diagnostics;
}

/** Checks the `removed` blocks of all modules: what they name must not be declared. */
export function validateRemovals(tree: StaticModule): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const module of modulesOf(tree)) {
    for (const { target } of module.folder.module.removed) {
      if (target === undefined) continue;
      let place: StaticModule | undefined = module;
      for (const { name } of target.modules) place = place?.children.get(name);
      const declaration =
        target.resource === undefined ? place?.call : place?.folder.module.resources.get(target.resource);
      if (declaration === undefined) continue;
      const path = [...module.path, ...target.modules.map(({ name }) => name)].map((name) => `module.${name}`);
      const address = [...path, ...(target.resource === undefined ? [] : [target.resource])].join('.');
      const what = target.resource === undefined ? 'module' : 'resource';
      const detail = `This statement declares that ${address} was removed, but it is still declared in configuration.`;
      diagnostics.push(
        problem('removed-object-exists', `Removed ${what} still exists`, detail, declaration.headerRange),
      );
    }
  }
  return diagnostics;
}

interface Declared {
  readonly noun: string;
  readonly shortNoun: string;
  /** File, line and column. */
  readonly place: string;
}

function findDeclared(target: TargetAddress, module: ModuleState): Declared | undefined {
  const path = [...target.modules];
  const last = target.resource === undefined ? path.pop() : undefined;
  let place: ModuleState | undefined = module;
  for (const { name, key } of path) {
    const call: ModuleExpansion | undefined = place?.moduleCall(name);
    if (call !== undefined) module.engine.evaluate(call);
    place = typeof key === 'object' ? undefined : call?.instance(key);
  }
  const key = last === undefined ? target.key : last.key;
  const expansion: ModuleExpansion | ResourceExpansion | undefined =
    last === undefined ? place?.resource(target.resource ?? '') : place?.moduleCall(last.name);
  if (expansion === undefined || typeof key === 'object') return undefined;
  module.engine.evaluate(expansion);
  const hasKey = key !== undefined;
  if (hasKey && (!expansion.isRepeated || expansion.instance(key) === undefined)) return undefined;
  const { headerRange, count, forEach } = expansion.declaration;
  // The argument that makes the instance is where it is declared.
  const range = (hasKey ? (count ?? forEach) : undefined) ?? headerRange;
  const { line, column } = range.file.position(range.start);
  const what = last === undefined ? 'resource' : 'module';
  return {
    noun: hasKey ? `${what} instance` : last === undefined ? 'resource' : 'module call',
    shortNoun: hasKey ? 'instance' : last === undefined ? 'resource' : 'call',
    place: `${range.file.name}:${line},${column}`,
  };
}
