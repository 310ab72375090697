import { type FileSystem, findRoots, LIMITS, type RootSearch } from '@tfwarden/terraform';
import { combine } from './combine.ts';
import { Trace } from './dependency.ts';
import { hideFromWalk } from './hide-from-walk.ts';
import { createKeptFolders } from './kept-folders.ts';
import { type KeptRoot, releaseRoot, renewRoot, scanKeptRoot } from './kept-root.ts';
import type { JudgedFinding } from './merge.ts';
import type { FindingOfRoot, RootReport } from './root-report.ts';
import { rootsToScan, type ScanOptions, type ScanTools, scanTools } from './scan.ts';
import type { ScanResult } from './scan-result.ts';
import { type ChangingFileSystem, createSnapshot } from './snapshot.ts';

/** Scans the same paths again and again. */
export interface Scanner {
  /**
   * Scans what changed since the last time, and everything the first time. The result is the one that `scan` would give now, and the very same one as
   * the last time when nothing changed that it was made from. Scans that are asked for while one runs wait for it.
   *
   * Results given earlier keep their findings, but what they compute on demand, the chains of values, is that of the files at the time of the demand.
   * @param changes  paths of files and folders that were written, made, deleted or moved, relative to the boundary; more do no harm. Left out, every
   *                 file that was read is read again and compared
   */
  scan(changes?: readonly string[]): Promise<ScanResult>;
  /** Folders, relative to the boundary, in which a change of an entry may change the next result. Some need not exist. */
  folders(): ReadonlySet<string>;
}

/** All that `scan` takes, except that the roots are scanned here. */
export type ScannerOptions = Omit<ScanOptions, 'scanRoots'>;

/**
 * A scanner that keeps parsed files and evaluated roots between scans. A root is scanned again when something changed that it was made from: a file or
 * folder that was read, listed or looked for, by its configuration, a function or a module that it calls.
 * @param paths  relative to the boundary of the file system
 */
export function createScanner(
  fileSystem: ChangingFileSystem,
  paths: readonly string[],
  options: ScannerOptions,
): Scanner {
  let memory = createMemory(fileSystem, paths, options);
  const tools = { ...scanTools(options), judged: new WeakMap<FindingOfRoot, JudgedFinding>() };
  let last: Promise<unknown> = Promise.resolve();
  let result: ScanResult | undefined;

  async function scanNow(changes: readonly string[] | undefined): Promise<ScanResult> {
    const isSameWorld = fileSystem.renew?.() !== false;
    if (isSameWorld && !memory.isUsedUp()) memory.renew(changes);
    else memory = createMemory(fileSystem, paths, options);
    if (result !== undefined && memory.isFresh()) return result;
    // A scan that ends with an error leaves no result behind.
    result = undefined;
    let [search, reports] = await memory.scan(tools, false);
    if (memory.isUsedUp()) {
      memory = createMemory(fileSystem, paths, options);
      [search, reports] = await memory.scan(tools, true);
    }
    result = combine(search, reports, tools);
    return result;
  }

  return {
    folders: () => memory.folders(),
    scan(changes) {
      const next = last.then(() => scanNow(changes));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** What is kept between scans. */
interface Memory {
  renew(changes: readonly string[] | undefined): void;
  /** Whether nothing has to be made anew. */
  isFresh(): boolean;
  /**
   * Whether everything that was ever done with what is kept was more than a scan may do. A fresh scan does less, so nothing is said of it: how far it
   * gets depends on the order of the roots, and on what was computed before.
   */
  isUsedUp(): boolean;
  folders(): ReadonlySet<string>;
  /**
   * Finds the roots and makes the reports of those that are stale.
   * @param isAtOneGo  each root is scanned as a fresh scan does it, to the last step
   * @returns the reports in the order of the roots
   */
  scan(tools: ScanTools, isAtOneGo: boolean): Promise<readonly [RootSearch, readonly RootReport[]]>;
}

function createMemory(fileSystem: ChangingFileSystem, paths: readonly string[], options: ScannerOptions): Memory {
  const { settings, onProgress } = options;
  const snapshot = createSnapshot(fileSystem);
  const traced = (trace: Trace): FileSystem => hideFromWalk(snapshot.traced(trace), settings);
  const folders = createKeptFolders(traced);
  const roots = new Map<string, KeptRoot>();
  const work = { left: options.work ?? LIMITS.work, isReported: false };
  let search: { readonly found: RootSearch; readonly trace: Trace } | undefined;

  function findAgain(): RootSearch {
    if (search === undefined || search.trace.isStale) {
      search?.trace.release();
      const trace = new Trace();
      const seen = traced(trace);
      search = { found: findRoots(seen, paths, { folders: folders.traced(trace, seen, 'calls') }), trace };
    }
    return search.found;
  }

  async function scanAnew(
    directory: string,
    before: KeptRoot | undefined,
    tools: ScanTools,
    isAtOneGo: boolean,
  ): Promise<KeptRoot> {
    const trace = new Trace();
    const seen = traced(trace);
    const context = { ...tools, fileSystem: seen, folders: folders.traced(trace, seen, 'all'), work };
    const kept = await scanKeptRoot(directory, context, trace, before, isAtOneGo);
    releaseRoot(before, kept.sound);
    return kept;
  }

  return {
    renew(changes) {
      snapshot.renew(changes);
      folders.renew();
    },
    isFresh: () => search?.trace.isStale === false && [...roots.values()].every(({ trace }) => !trace.isStale),
    isUsedUp: () => work.left < 0,
    folders: () => snapshot.folders(),
    async scan(tools, isAtOneGo) {
      const found = findAgain();
      const directories = rootsToScan(found, settings);
      const wanted = new Set(directories);
      for (const [directory, root] of roots) {
        if (wanted.has(directory)) continue;
        releaseRoot(root);
        roots.delete(directory);
      }
      const stale = directories.filter((directory) => roots.get(directory)?.trace.isStale !== false);
      for (const [index, directory] of stale.entries()) {
        await onProgress?.(index, stale.length, directory);
        const before = roots.get(directory);
        // Whatever goes wrong from here on, it is scanned again.
        roots.delete(directory);
        const renewed = before === undefined ? undefined : await renewRoot(before);
        roots.set(directory, renewed ?? (await scanAnew(directory, before, tools, isAtOneGo)));
      }
      return [found, directories.flatMap((directory) => roots.get(directory)?.report ?? [])];
    },
  };
}
