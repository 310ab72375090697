import { manifestModules } from '../module/installed-modules.ts';
import type { FileSystem } from '../source/file-system.ts';
import { createFolders } from '../source/folders.ts';
import { Engine } from './engine.ts';
import type { Evaluation, OpenOptions } from './evaluation.ts';
import { functionTable } from './function-table.ts';
import { LIMITS } from './limits.ts';
import { RootEvaluation } from './root-evaluation.ts';

/**
 * Opens a root module. Reads its files and those of the modules it calls as they are needed; evaluates nothing.
 * @param directory relative to the boundary; `.` for the boundary itself
 */
export function openRoot(fileSystem: FileSystem, directory: string, options: OpenOptions = {}): Evaluation {
  const folders = options.folders ?? createFolders(fileSystem);
  const engine = new Engine({
    mode: 'scan',
    folders,
    limits: { ...LIMITS, ...options.limits },
    installedModules: options.installedModules ?? manifestModules(fileSystem),
    functions: functionTable(fileSystem, directory),
    workspace: options.workspace ?? 'default',
    dataSources: options.dataSources,
    computeDataSource: options.computeDataSource,
  });
  return new RootEvaluation(engine, directory, options.variables ?? {});
}
