import type { Diagnostic, Resolved } from '@tfwarden/hcl';
import { DYNAMIC, unknownValue } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { ModuleReference } from '../configuration/reference.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { unlessDone } from './node.ts';
import { suggestionFor } from './suggestion.ts';

/** What a reference to a module call still needs: first its instances, then the output or all outputs. */
export function pendingForModule(reference: ModuleReference, module: ModuleState): Node | undefined {
  const expansion = module.moduleCall(reference.name);
  if (expansion === undefined || module.engine.mode === 'validate') return undefined;
  if (expansion.state !== 'done') return expansion;
  if (expansion.isMissing) return undefined;
  if (reference.output === undefined || (expansion.isRepeated && reference.key === undefined)) {
    return unlessDone(expansion.allNode);
  }
  const instance = expansion.instance(reference.key);
  if (instance === undefined) return unlessDone(expansion.allNode);
  const output = instance.output(reference.output);
  if (output === undefined) return unlessDone(expansion.allNode);
  output.isReferredTo = true;
  return unlessDone(output);
}

/** Whether the call a reference names is declared. */
export function checkModule({ name, range }: ModuleReference, module: ModuleState): Diagnostic | undefined {
  if (module.configuration.calls.has(name)) return undefined;
  const where = module.address === '' ? 'the root module' : module.staticAddress;
  const suggestion = suggestionFor(name, module.configuration.calls.keys()) ?? '';
  const detail = `No module call named "${name}" is declared in ${where}.${suggestion}`;
  return problem('undeclared-module', 'Reference to undeclared module', detail, range);
}

export function resolveModule(reference: ModuleReference, module: ModuleState, diagnostics: Diagnostic[]): Resolved {
  const expansion = module.moduleCall(reference.name);
  if (expansion === undefined) {
    const undeclared = checkModule(reference, module);
    if (undeclared !== undefined) diagnostics.push(undeclared);
    return { value: unknownValue(DYNAMIC), stepsUsed: reference.stepsUsed };
  }
  if (module.engine.mode === 'validate') return { value: expansion.declaredValue, stepsUsed: 1 };
  for (let needed = pendingForModule(reference, module); needed !== undefined; ) {
    module.engine.evaluate(needed);
    needed = pendingForModule(reference, module);
  }
  const { key, output } = reference;
  const nameSteps = 1;
  if (expansion.isMissing) {
    const value = expansion.missingValue(key, output);
    return { value, stepsUsed: reference.stepsUsed };
  }
  const instance = expansion.isRepeated && key === undefined ? undefined : expansion.instance(key);
  const node = output === undefined ? undefined : instance?.output(output);
  if (node === undefined || (key !== undefined && !expansion.isRepeated)) {
    return { value: expansion.allNode.value, stepsUsed: nameSteps };
  }
  return { value: node.value, stepsUsed: reference.stepsUsed };
}
