import type { Folder } from '../configuration/folders.ts';
import { isLocalSource } from '../configuration/local-source.ts';
import type { ModuleCallDeclaration } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import type { Gap } from '../evaluate/evaluation.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import { joinPath } from '../source/path.ts';
import type { InstalledModules } from './installed-modules.ts';

/**
 * Finds the folder of a module call: a local path below or beside the caller, or where `terraform init` installed it.
 * @param source as written or computed; undefined when it is unknown
 * @returns undefined when there is none that may be used; a gap and a diagnostic say why, once per call and folder
 */
export function loadCalledModule(
  call: ModuleCallDeclaration,
  source: string | undefined,
  module: ModuleState,
): Folder | undefined {
  const { engine } = module;
  const name = module.staticAddressOf(call.name);
  const refuse = (kind: Gap['kind'], code: string, summary: string, detail: string, initFolder?: string): undefined => {
    const diagnostic = problem(code, summary, detail, call.sourceExpression ?? call.headerRange);
    engine.addGap({ kind, name, diagnostic, initFolder });
    return undefined;
  };
  if (source === undefined) {
    return refuse(
      'missing-module',
      'module-source-unknown',
      'Module source not known',
      `The source of module "${call.name}" is not known, so the module cannot be found. Its outputs are taken as unknown.`,
    );
  }
  let directory: string | undefined;
  if (isLocalSource(source)) {
    directory = joinPath(module.directory, source);
    if (directory === undefined) {
      return refuse(
        'refused-module',
        'module-outside-boundary',
        'Module outside of the boundary',
        `The source "${source}" of module "${call.name}" leads out of the folder that may be read. Widen the boundary to include it. Its outputs are taken as unknown.`,
      );
    }
    // A folder that other calls have loaded needs no further look at the disk.
    const kind = engine.folders.load(directory).exists ? 'directory' : engine.fileSystem.stat(directory);
    if (kind !== 'directory') {
      const why = typeof kind === 'object' ? kind : undefined;
      if (why?.problem === 'outside-boundary') {
        return refuse(
          'refused-module',
          'module-outside-boundary',
          'Module outside of the boundary',
          `The source "${source}" of module "${call.name}" leads out of the folder that may be read. Widen the boundary to include it. Its outputs are taken as unknown.`,
        );
      }
      return refuse(
        'missing-module',
        'module-not-found',
        'Unreadable module directory',
        `The directory ${directory} could not be read for module "${call.name}": ${why?.reason ?? 'it is not a directory'}. Its outputs are taken as unknown.`,
      );
    }
  } else {
    directory = findInstalled(engine.installedModules, call, module);
    if (directory === undefined) {
      return refuse(
        'missing-module',
        'module-not-installed',
        'Module not installed',
        `Module "${call.name}" comes from "${source}"${call.version === undefined ? '' : ` (${call.version})`} and is not in .terraform/modules. Run "terraform init" in ${module.rootDirectory === '.' ? 'the root folder' : module.rootDirectory} to install it. Its outputs are taken as unknown.`,
        module.rootDirectory,
      );
    }
  }
  for (let caller: ModuleState | undefined = module; caller !== undefined; caller = caller.parent) {
    if (caller.directory === directory) {
      return refuse(
        'module-limit',
        'module-recursion',
        'Module calls itself',
        `Module "${call.name}" has the source "${source}", which is a module it is itself a part of. It would never end, so the call is left out.`,
      );
    }
  }
  if (module.depth >= engine.limits.moduleDepth) {
    return refuse(
      'module-limit',
      'module-depth',
      'Modules nested too deeply',
      `Modules are nested more than ${engine.limits.moduleDepth} deep. The call of module "${call.name}" is left out.`,
    );
  }
  const folder = engine.folders.load(directory);
  engine.useFolder(folder);
  return folder;
}

function findInstalled(
  installed: InstalledModules,
  call: ModuleCallDeclaration,
  module: ModuleState,
): string | undefined {
  const key = [...module.callPath, call.name].join('.');
  return installed.find(module.rootDirectory, key);
}
