import { createFolders, type FileSystem, findRoots, LIMITS, type RootSearch } from '@tfwarden/terraform';
import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { type CombineContext, combine } from './combine.ts';
import type { FurtherChecks } from './further-checks.ts';
import { hideFromWalk } from './hide-from-walk.ts';
import type { RootReport } from './root-report.ts';
import type { ScanResult } from './scan-result.ts';
import { type RootContext, scanRoot } from './scan-root.ts';
import { createSelection } from './select.ts';
import type { ScanSettings } from './settings.ts';

export interface ScanOptions {
  readonly settings: ScanSettings;
  readonly furtherChecks?: readonly FurtherChecks[];
  /** Called before each root: how many are done, of how many, and its folder. */
  onProgress?: OnProgress;
  /** What all roots may do together, in units of about a tenth of a microsecond; the limit of the engine unless told. */
  readonly work?: number;
  /** Scans several roots, perhaps elsewhere; one after the other here unless told otherwise. */
  readonly scanRoots?: ScanRoots;
}

export type OnProgress = (done: number, total: number, directory: string) => void | Promise<void>;

/** @returns one report for each directory, in the order of the directories */
export type ScanRoots = (
  directories: readonly string[],
  context: RootContext,
  onProgress: OnProgress,
) => Promise<readonly RootReport[]>;

/**
 * Finds the root modules below the paths, evaluates each, runs the checks that its resources call for, and merges what several roots and instances
 * show at one place.
 * @param paths  relative to the boundary of the file system
 */
export async function scan(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: ScanOptions,
): Promise<ScanResult> {
  const tools = scanTools(options);
  const seen = hideFromWalk(fileSystem, options.settings);
  const folders = createFolders(seen);
  const search = findRoots(seen, paths, { folders });
  const roots = rootsToScan(search, options.settings);
  const context = {
    ...tools,
    fileSystem: seen,
    folders,
    work: { left: options.work ?? LIMITS.work, isReported: false },
  };
  const scanRoots = options.scanRoots ?? scanRootsHere;
  const reports = await scanRoots(roots, context, options.onProgress ?? (() => undefined));
  return combine(search, reports, tools);
}

/** What is made of the settings once and serves every root. */
export type ScanTools = CombineContext & Omit<RootContext, 'fileSystem' | 'folders' | 'work'>;

export function scanTools({ settings, furtherChecks = [] }: ScanOptions): ScanTools {
  const furtherRules = furtherChecks.flatMap((further) => further.rules);
  const matcher = createCatalogueMatcher(furtherRules);
  const ignoreOptions = { matcher, workspace: settings.workspace, today: settings.today };
  const selection = createSelection(settings, matcher);
  return { settings, furtherChecks, furtherRules, selection, ignoreOptions };
}

/** Scans one root after the other. */
const scanRootsHere: ScanRoots = async (directories, context, onProgress) => {
  const reports: RootReport[] = [];
  for (const [index, directory] of directories.entries()) {
    await onProgress(index, directories.length, directory);
    reports.push(await scanRoot(directory, context));
  }
  return reports;
};

/** The folders among those found that are scanned, in order. */
export function rootsToScan(search: RootSearch, settings: ScanSettings): readonly string[] {
  const all = settings.forceAllDirs ? search.folders.map((folder) => folder.directory) : search.roots;
  return all.filter((directory) => directory === '.' || !settings.isPathExcluded(directory));
}
