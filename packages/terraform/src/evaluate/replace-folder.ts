import type { Diagnostic } from '@tfwarden/hcl';
import { isSameValue } from '@tfwarden/hcl';
import type { Folder } from '../configuration/folders.ts';
import { checkArguments } from '../module/check-arguments.ts';
import type { Evaluation, Gap } from './evaluation.ts';
import type { ModuleInstance } from './instance.ts';
import type { ModuleExpansion } from './module-expansion.ts';
import type { ModuleState } from './module-state.ts';
import type { ResourceSubject } from './resource-state.ts';
import { RootEvaluation } from './root-evaluation.ts';

/** Module instances that are no longer part of an evaluation, and those in their place, each with those within. */
export interface ReplacedModules {
  readonly removed: readonly ModuleInstance[];
  readonly added: readonly ModuleInstance[];
}

/**
 * Takes the present state of a module's folder into an evaluation and keeps everything else that was computed. That is possible when nothing around the
 * module can tell the difference: the outputs that were referred to have the same values, to the last origin. Nobody has a problem to report, before or
 * after, since it is not known which problem came from where; apart from modules that are missing elsewhere.
 * @param directory  of a module that is called; not the root's
 * @returns undefined when it is not possible; the evaluation must not be used any more
 */
export function replaceFolder(evaluation: Evaluation, directory: string): ReplacedModules | undefined {
  if (!(evaluation instanceof RootEvaluation) || !isReplaceable(evaluation, directory)) return undefined;
  const { engine, root } = evaluation;
  const now = engine.folders.load(directory);
  const gaps = engine.gaps.length;
  const calls = callsOf(root, directory, now);
  const removed = calls.flatMap((call) => call.instances.flatMap(withDescendants));
  const subjects = subjectsIn(removed);
  engine.inherited = subjects;
  for (const call of calls) {
    const before = call.instances;
    call.replaceFolder(now);
    if (!hasSameOutputs(call, before)) return undefined;
  }
  const added = calls.flatMap((call) => call.instances.flatMap(withDescendants));
  handOver(subjects, added);
  engine.inherited = undefined;
  evaluation.forgetLists();
  // What is declared in the new instances is expanded here; what it has to say must not be missed.
  evaluation.resources();
  engine.useOnly(foldersOf(root));
  return lacksOnlyModules(engine.diagnostics, engine.gaps) && engine.gaps.length === gaps
    ? { removed, added }
    : undefined;
}

/**
 * @returns false when it is plain from the outset that `replaceFolder` is not possible: the folder has a problem, or its calls do not fit it. Nothing of the
 * evaluation is touched, so it may be possible after the next change.
 */
export function isReplaceable(evaluation: Evaluation, directory: string): boolean {
  if (!(evaluation instanceof RootEvaluation)) return false;
  const { engine, root } = evaluation;
  // A plan looks through modules for what is still to be created.
  if (engine.mode !== 'scan' || directory === root.directory) return false;
  if (engine.importedIds !== undefined || !lacksOnlyModules(engine.diagnostics, engine.gaps)) return false;
  const now = engine.folders.load(directory);
  if (!now.exists || now.diagnostics.length > 0 || now.broken.length > 0) return false;
  return callsOf(root, directory, now).every(({ declaration, instances }) => {
    const hasGaps = instances.some(({ staticAddress }) =>
      engine.gaps.some(({ name }) => name.startsWith(`${staticAddress}.`)),
    );
    return !hasGaps && checkArguments(declaration, now.module).length === 0;
  });
}

/** @returns the module instances that explanations and origins of values led to meanwhile, by way of outputs */
export function followedWhile(evaluation: Evaluation, run: () => void): ReadonlySet<ModuleInstance> {
  const followed = new Set<ModuleState>();
  if (!(evaluation instanceof RootEvaluation)) return followed;
  evaluation.engine.followed = followed;
  try {
    run();
  } finally {
    evaluation.engine.followed = undefined;
  }
  return followed;
}

function subjectsIn(modules: readonly ModuleState[]): ReadonlyMap<string, ResourceSubject> {
  const subjects = new Map<string, ResourceSubject>();
  for (const module of modules) {
    for (const { address, knownSubject } of module.resources) {
      if (knownSubject !== undefined) subjects.set(address, knownSubject);
    }
  }
  return subjects;
}

/** From here on the subjects lead to the new instances; of those that are gone, nowhere. */
function handOver(subjects: ReadonlyMap<string, ResourceSubject>, modules: readonly ModuleState[]): void {
  if (subjects.size === 0) return;
  for (const subject of subjects.values()) subject.instance = undefined;
  for (const module of modules) {
    for (const instance of module.resources) {
      if (subjects.has(instance.address)) instance.subject.instance = instance;
    }
  }
}

/** Whether there is no problem but that modules are missing, which are known by the calls that miss them. */
export function lacksOnlyModules(diagnostics: readonly Diagnostic[], gaps: readonly Gap[]): boolean {
  return (
    diagnostics.length === gaps.length &&
    gaps.every(({ kind }) => kind === 'missing-module' || kind === 'refused-module')
  );
}

/** The calls of a folder in another state than the present one. Those within a module that is replaced itself come with it. */
function callsOf(root: ModuleState, directory: string, now: Folder): readonly ModuleExpansion[] {
  const found: ModuleExpansion[] = [];
  const pending: ModuleState[] = [root];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    for (const name of module.configuration.calls.keys()) {
      const expansion = module.moduleCall(name);
      if (expansion === undefined) continue;
      if (expansion.folder?.directory !== directory) pending.push(...expansion.instances);
      else if (expansion.folder !== now) found.push(expansion);
    }
  }
  return found;
}

function hasSameOutputs(expansion: ModuleExpansion, before: readonly ModuleState[]): boolean {
  const { instances, isReadAsWhole } = expansion;
  return before.every((old, index) => {
    const instance = instances[index];
    if (instance === undefined) return false;
    if (isReadAsWhole && !hasSameNames(old, instance)) return false;
    for (const output of old.knownOutputs) {
      if (!isReadAsWhole && !output.isReferredTo) continue;
      const other = instance.output(output.name);
      if (other === undefined || output.state !== 'done') return false;
      if (!isSameValue(output.value, other.value) || !isSameValue(output.written, other.written)) return false;
      other.isReferredTo ||= output.isReferredTo;
    }
    return true;
  });
}

function hasSameNames(a: ModuleState, b: ModuleState): boolean {
  return [...a.configuration.outputs.keys()].join() === [...b.configuration.outputs.keys()].join();
}

function withDescendants(module: ModuleState): readonly ModuleState[] {
  const found: ModuleState[] = [];
  const pending = [module];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    pending.push(...next.children);
  }
  return found;
}

/** Every folder that a call leads to, whether it has instances or not. */
function foldersOf(root: ModuleState): ReadonlySet<Folder> {
  const folders = new Set<Folder>([root.folder]);
  const pending = [root];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    for (const name of module.configuration.calls.keys()) {
      const expansion = module.moduleCall(name);
      if (expansion?.folder === undefined) continue;
      folders.add(expansion.folder);
      pending.push(...expansion.instances);
    }
  }
  return folders;
}
