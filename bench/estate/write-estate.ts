import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Callee } from './call.ts';
import { type Choices, choicesOf } from './choices.ts';
import { type Cloud, cloudOf, themeAt } from './cloud.ts';
import { type Folder, moduleFolder } from './folder.ts';
import { rootFolder } from './root.ts';
import { writeFiles } from './write-files.ts';

/** How large a generated estate is. */
export interface EstateSize {
  /** Folders `live/<environment>/<service>`. */
  readonly roots: number;
  /** `module` blocks in all roots together; modules that call others are beside. */
  readonly calls: number;
  /** `resource` blocks in all files together, before any expansion. */
  readonly resources: number;
  /** Share of the places where a mistake can be made at which one is made; default `MISTAKES`. */
  readonly mistakes?: number;
}

/** The sizes with a name. The large one is the estate of issue 8. */
export const SIZES: Readonly<Record<'small' | 'medium' | 'large', EstateSize>> = {
  small: { roots: 20, calls: 200, resources: 2_000 },
  medium: { roots: 100, calls: 1_000, resources: 10_000 },
  large: { roots: 200, calls: 2_000, resources: 20_000 },
};

/** What was written. */
export interface EstateFacts {
  readonly files: number;
  readonly bytes: number;
  readonly resources: number;
}

/** Gives about a finding for 10 to 20 resources. */
export const MISTAKES = 0.1;
const SHARED_MODULES = 40;
const RESOURCES_OF_SHARED_MODULE = 6;
const RESOURCES_OF_LOCAL_MODULE = 10;
/** Of ten calls of a root, so many call a module in the root's own folder. */
const LOCAL_CALLS_OF_TEN = 4;

const SERVICES =
  'orders payments invoices catalogue search shipping returns customers pricing inventory notifications reviews loyalty gateway identity reporting ingest warehouse fraud media subscriptions support partners mail scheduler'.split(
    ' ',
  );
const ENVIRONMENTS = 'production staging development sandbox production-us staging-us recovery demo'.split(' ');

/**
 * Writes an estate that looks like real ones: environments that call shared modules and variants in their own folders, with settings in
 * tfvars files, companions, `for_each`, `count`, `dynamic`, policies in three forms, comments, ignore comments and some mistakes.
 * Deterministic. What is in `directory` is removed first.
 */
export function writeEstate(directory: string, size: EstateSize): EstateFacts {
  rmSync(directory, { recursive: true, force: true });
  const facts = { files: 0, bytes: 0, resources: 0 };
  const write = (path: string, folder: Folder): void => {
    facts.bytes += writeFiles(join(directory, path), folder.files);
    facts.files += folder.files.size;
    facts.resources += folder.resources;
  };
  const mistakes = size.mistakes ?? MISTAKES;
  const shared = sharedModules(mistakes);
  for (const { path, folder } of shared) write(path, folder);
  for (let index = 0; index < size.roots; index++) {
    const left = size.resources - facts.resources;
    writeRoot(
      index,
      Math.round(left / (size.roots - index)),
      Math.round(size.calls / size.roots),
      shared,
      mistakes,
      write,
    );
  }
  return facts;
}

interface SharedModule {
  readonly path: string;
  readonly cloud: Cloud;
  readonly folder: Folder;
}

/** Most are for AWS; every fourth calls the one before it of the same cloud. */
function sharedModules(mistakes: number): readonly SharedModule[] {
  const modules: SharedModule[] = [];
  for (let index = 0; index < SHARED_MODULES; index++) {
    const cloud = cloudOf(index);
    const { name, pieces } = themeAt(cloud, index);
    const path = `modules/${cloud.name}/${name}-${index}`;
    const callee = index % 4 === 3 ? modules.findLast((other) => other.cloud === cloud) : undefined;
    const callees = callee === undefined ? [] : [{ name: 'base', source: `../${callee.path.split('/').at(-1)}` }];
    modules.push({
      path,
      cloud,
      folder: moduleFolder(path, cloud, pieces, RESOURCES_OF_SHARED_MODULE, mistakes, callees),
    });
  }
  return modules;
}

function writeRoot(
  index: number,
  resources: number,
  calls: number,
  shared: readonly SharedModule[],
  mistakes: number,
  write: (path: string, folder: Folder) => void,
): void {
  const round = Math.floor(index / (SERVICES.length * ENVIRONMENTS.length));
  const environment = ENVIRONMENTS[Math.floor(index / SERVICES.length) % ENVIRONMENTS.length];
  const path = `live/${environment}${round === 0 ? '' : `-${round}`}/${SERVICES[index % SERVICES.length]}`;
  const cloud = cloudOf(index);
  const choices = choicesOf(`${path} calls`);
  const own = shared.filter((module) => module.cloud === cloud);
  const callees: Callee[] = [];
  let left = resources;
  for (let i = 0; i < calls; i++) {
    if (i % 10 < LOCAL_CALLS_OF_TEN) {
      const theme = themeAt(cloud, i);
      const name = `${theme.name}_${i + 1}`;
      const source = `./modules/${name.replace('_', '-')}`;
      write(
        join(path, source),
        moduleFolder(join(path, source), cloud, theme.pieces, RESOURCES_OF_LOCAL_MODULE, mistakes),
      );
      left -= RESOURCES_OF_LOCAL_MODULE;
      callees.push({ name, source });
    } else {
      callees.push(sharedCallee(i, own, choices));
    }
  }
  write(path, rootFolder(path, cloud, callees, left, mistakes));
}

function sharedCallee(index: number, modules: readonly SharedModule[], choices: Choices): Callee {
  const module = modules[choices.between(0, modules.length - 1)];
  if (module === undefined) throw new Error('no shared module of this cloud');
  const callee = { name: `shared_${index + 1}`, source: `../../../${module.path}` };
  const times = choices.between(1, 10);
  if (times === 1) return { ...callee, times: 'switched' };
  return times === 2 ? { ...callee, times: 'coloured' } : callee;
}
