import type { WorkBudget } from '@tfwarden/hcl';
import type { Folder, Folders } from '../configuration/folders.ts';
import { createFolders } from '../configuration/folders.ts';
import { computeDataSource } from '../data/compute-data-source.ts';
import { manifestModules } from '../module/installed-modules.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { EngineOptions } from './engine.ts';
import { Engine } from './engine.ts';
import type { OpenOptions } from './evaluation.ts';
import { functionTable } from './function-table.ts';
import { LIMITS } from './limits.ts';

/** Roots that share their folders are one scan, and share the work that it may take. */
const WORK = new WeakMap<Folders, WorkBudget>();

function workOf(folders: Folders, limit: number): WorkBudget {
  let work = WORK.get(folders);
  if (work === undefined) WORK.set(folders, (work = { left: limit, isReported: false }));
  return work;
}

/** Makes the engine of one root from what a user of the package gives. */
export function createEngine(
  fileSystem: FileSystem,
  directory: string,
  options: OpenOptions,
  mode: EngineOptions['mode'],
): Engine {
  const folders = options.folders ?? createFolders(fileSystem);
  const limits = { ...LIMITS, ...options.limits };
  return new Engine({
    mode,
    folders,
    limits,
    work: options.work ?? workOf(folders, limits.work),
    installedModules: options.installedModules ?? manifestModules(fileSystem),
    // A scan knows OpenTofu's functions too, whoever will run the code; only OpenTofu reads .tofu files.
    functions: functionTable(fileSystem, directory, {
      language: mode === 'scan' || isOpenTofu(folders.load(directory)) ? 'opentofu' : 'terraform',
      ...options.functions,
    }),
    workingDirectory: options.functions?.absoluteDirectory,
    workspace: options.workspace ?? 'default',
    dataSources: options.dataSources,
    computeDataSource: options.computeDataSource ?? computeDataSource,
  });
}

function isOpenTofu({ files }: Folder): boolean {
  return files.some(({ file }) => /\.tofu(?:\.json)?$/.test(file.name));
}
