import type { Diagnostic } from '@tfwarden/hcl';
import type { Folder, Folders } from '../configuration/folders.ts';
import { isLocalSource, isModuleSource } from '../configuration/local-source.ts';
import type { ModuleCallDeclaration } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import type { Limits } from '../evaluate/limits.ts';
import type { InstalledModules } from '../module/installed-modules.ts';
import { joinPath } from '../source/path.ts';

/** A module as called, before any repetition: Terraform's configuration tree. */
export interface StaticModule {
  /** Names of the calls from the root on. */
  readonly path: readonly string[];
  readonly folder: Folder;
  readonly call: ModuleCallDeclaration | undefined;
  readonly parent: StaticModule | undefined;
  /** By name of the call; a call whose module is missing has no entry. */
  readonly children: ReadonlyMap<string, StaticModule>;
}

interface Building extends StaticModule {
  readonly children: Map<string, Building>;
}

/** Follows all module calls from the root; modules that cannot be found are reported in Terraform's words. */
export function buildStaticTree(
  folders: Folders,
  installed: InstalledModules,
  directory: string,
  limits: Limits,
  diagnostics: Diagnostic[],
): StaticModule {
  const root: Building = {
    path: [],
    folder: folders.load(directory),
    call: undefined,
    parent: undefined,
    children: new Map(),
  };
  let count = 0;
  const pending: Building[] = [root];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    for (const [name, call] of module.folder.module.calls) {
      if (++count > limits.moduleInstances) {
        const detail = `This configuration calls more than ${limits.moduleInstances} modules.`;
        diagnostics.push(problem('module-limit', 'Too many modules', detail, call.headerRange));
        return root;
      }
      // A call without a source, or with one that is no address, is reported where it is decoded.
      if (call.source === undefined || !isModuleSource(call.source)) continue;
      const target = findTarget(call, module, installed, directory);
      const folder = target === undefined ? undefined : folders.load(target);
      if (folder === undefined || !folder.exists) {
        diagnostics.push(
          problem(
            'module-not-found',
            'Unreadable module directory',
            `The directory ${target ?? call.source ?? ''} could not be read for module "${name}" at ${call.headerRange.file.name}:${call.headerRange.file.position(call.headerRange.start).line}.`,
          ),
        );
        continue;
      }
      if (callsItself(module, folder) || module.path.length >= limits.moduleDepth) {
        const detail = `Module "${name}" is part of itself, so it would never end.`;
        diagnostics.push(problem('module-recursion', 'Module calls itself', detail, call.headerRange));
        continue;
      }
      const child: Building = { path: [...module.path, name], folder, call, parent: module, children: new Map() };
      module.children.set(name, child);
      pending.push(child);
    }
  }
  return root;
}

/** `module.a.module.b`; empty for the root. */
export function addressOfModule({ path }: StaticModule): string {
  return path.map((name) => `module.${name}`).join('.');
}

/** All modules of a tree, callers before what they call. */
export function modulesOf(root: StaticModule): readonly StaticModule[] {
  const found: StaticModule[] = [];
  const pending = [root];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    found.push(module);
    pending.push(...[...module.children.values()].toReversed());
  }
  return found;
}

/** All modules of a tree, what is called before its callers. */
export function modulesInnermostFirst(root: StaticModule): readonly StaticModule[] {
  const found: StaticModule[] = [];
  const pending = [root];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    found.push(module);
    pending.push(...module.children.values());
  }
  return found.toReversed();
}

function findTarget(
  call: ModuleCallDeclaration,
  module: StaticModule,
  installed: InstalledModules,
  root: string,
): string | undefined {
  if (call.source === undefined) return undefined;
  if (isLocalSource(call.source)) return joinPath(module.folder.directory, call.source);
  return installed.find(root, [...module.path, call.name].join('.'));
}

function callsItself(module: StaticModule, folder: Folder): boolean {
  for (let caller: StaticModule | undefined = module; caller !== undefined; caller = caller.parent) {
    if (caller.folder === folder) return true;
  }
  return false;
}
