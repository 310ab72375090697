import type { Diagnostic, Range } from '@tfwarden/hcl';
import { compareNames } from '@tfwarden/hcl';
import type { FolderOutline, Folders } from '../configuration/folders.ts';
import { createFolders, outlineOf } from '../configuration/folders.ts';
import { isLocalSource } from '../configuration/local-source.ts';
import { caution, problem } from '../configuration/problem.ts';
import { openRoot } from '../evaluate/open-root.ts';
import type { FileSystem } from '../source/file-system.ts';
import { isConfigurationFile } from '../source/list-folder.ts';
import { joinPath, parentPath } from '../source/path.ts';
import type { SkippedFile } from '../source/skipped-file.ts';

/** What a search for root modules found. */
export interface RootSearch {
  /** Directories of the roots, sorted. */
  readonly roots: readonly string[];
  /** Every folder with configuration, sorted, and why it is a root or not. */
  readonly folders: readonly FolderVerdict[];
  /** Folders that were not entered, and files given that are none of ours. */
  readonly skipped: readonly SkippedFile[];
  /** Problems of the search itself: paths that do not exist, unreadable folders, folders that only call each other. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FolderVerdict {
  readonly directory: string;
  readonly role: 'root' | 'module';
  /** One clause: `no other scanned folder calls it`. */
  readonly reason: string;
  /** The `source` arguments that call it from other scanned folders. */
  readonly calledFrom: readonly Range[];
}

export interface RootOptions {
  /** Shares parsed folders with `openRoot`. */
  readonly folders?: Folders;
}

/** Folders that hold what others installed or recorded. */
const NOT_ENTERED: ReadonlyMap<string, string> = new Map([
  ['.terraform', 'holds what terraform init installed'],
  ['.git', 'holds version history'],
  ['node_modules', 'holds packages of others'],
]);

/** Folders within folders deeper than this are not entered. */
const MAX_FOLDER_DEPTH = 100;

/**
 * Finds root modules below the given paths: folders with configuration that no other folder found calls as a module.
 * Folders named `.terraform`, `.git`, `node_modules` or beginning with a dot are not entered, unless they are given themselves.
 * @param paths folders or configuration files, relative to the boundary; a file stands for its folder, alone
 */
export function findRoots(fileSystem: FileSystem, paths: readonly string[], options: RootOptions = {}): RootSearch {
  const folders = options.folders ?? createFolders(fileSystem);
  const search: Search = { found: new Map(), skipped: [], diagnostics: [] };
  const explicit = new Set<string>();
  for (const path of paths) addPath(fileSystem, folders, path, search, explicit);
  const calls = collectCalls(search.found, folders);
  const roots = new Set<string>();
  const verdicts: FolderVerdict[] = [];
  for (const directory of search.found.keys()) {
    if (!calls.has(directory) || explicit.has(directory)) roots.add(directory);
  }
  const reached = reachableFrom(roots, search.found, folders);
  const looped = chooseFromLoops(search, reached, roots, folders);
  for (const directory of [...search.found.keys()].toSorted()) {
    const calledFrom = calls.get(directory) ?? [];
    const role = roots.has(directory) ? 'root' : 'module';
    verdicts.push({ directory, role, reason: describe(directory, calledFrom, explicit, looped), calledFrom });
  }
  return {
    roots: [...roots].toSorted(),
    folders: verdicts,
    skipped: search.skipped.toSorted((a, b) => compareNames(a.path, b.path)),
    diagnostics: search.diagnostics,
  };
}

interface Search {
  readonly found: Map<string, FolderOutline>;
  readonly skipped: SkippedFile[];
  readonly diagnostics: Diagnostic[];
}

function addPath(fileSystem: FileSystem, folders: Folders, path: string, search: Search, explicit: Set<string>): void {
  const place = joinPath('.', path);
  const kind = place === undefined ? undefined : fileSystem.stat(place);
  if (place === undefined || kind === undefined || typeof kind === 'object') {
    const reason = typeof kind === 'object' ? kind.reason : 'it is outside of the boundary';
    search.diagnostics.push(problem('no-such-path', 'Path cannot be scanned', `${path} cannot be read: ${reason}.`));
    return;
  }
  if (kind === 'directory') {
    walk(folders, place, search);
    return;
  }
  if (!isConfigurationFile(place.slice(place.lastIndexOf('/') + 1))) {
    search.skipped.push({ path: place, reason: 'not a configuration file' });
    return;
  }
  const directory = parentPath(place);
  search.found.set(directory, outline(folders, directory));
  explicit.add(directory);
}

function walk(folders: Folders, start: string, search: Search): void {
  const pending: { readonly directory: string; readonly depth: number }[] = [{ directory: start, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { directory, depth } = next;
    if (search.found.has(directory)) continue;
    const folder = outline(folders, directory);
    if (!folder.exists) {
      for (const diagnostic of folder.diagnostics) search.diagnostics.push(diagnostic);
      continue;
    }
    if (folder.hasConfiguration) search.found.set(directory, folder);
    for (const name of folder.folders.toReversed()) {
      // A listed name needs no resolving.
      const inner = directory === '.' ? name : `${directory}/${name}`;
      const reason = NOT_ENTERED.get(name) ?? (name.startsWith('.') ? 'its name begins with a dot' : undefined);
      if (reason !== undefined) search.skipped.push({ path: inner, reason });
      else if (depth >= MAX_FOLDER_DEPTH) search.skipped.push({ path: inner, reason: 'nested too deeply' });
      else pending.push({ directory: inner, depth: depth + 1 });
    }
  }
}

function outline(folders: Folders, directory: string): FolderOutline {
  return folders.outline?.(directory) ?? outlineOf(folders.load(directory));
}

/** Which folders are called by others, and from where. */
function collectCalls(
  found: ReadonlyMap<string, FolderOutline>,
  folders: Folders,
): ReadonlyMap<string, readonly Range[]> {
  const calls = new Map<string, Range[]>();
  for (const [directory, folder] of found) {
    for (const { target, range } of localCalls(folder, folders)) {
      if (target === directory || !found.has(target)) continue;
      const ranges = calls.get(target);
      if (ranges === undefined) calls.set(target, [range]);
      else ranges.push(range);
    }
  }
  return calls;
}

interface LocalCall {
  readonly target: string;
  readonly range: Range;
}

/** Where the calls of a folder lead to: asked for several times, and the same for as long as the folder is. */
function localCalls(folder: FolderOutline, folders: Folders): readonly LocalCall[] {
  const known = CALLS.get(folder);
  if (known !== undefined) return known;
  const found: LocalCall[] = [];
  let isComputed = false;
  for (const { source: written, sourceExpression } of folder.calls) {
    if (sourceExpression === undefined) continue;
    isComputed ||= written === undefined;
    const source = written ?? computeSource(folder, sourceExpression, folders);
    if (source === undefined || !isLocalSource(source)) continue;
    const target = joinPath(folder.directory, source);
    if (target !== undefined) found.push({ target, range: sourceExpression });
  }
  if (!isComputed) CALLS.set(folder, found);
  return found;
}

const CALLS = new WeakMap<FolderOutline, readonly LocalCall[]>();

/** OpenTofu lets a source be computed; here with the values the folder has of itself. */
function computeSource(folder: FolderOutline, { file, start, end }: Range, folders: Folders): string | undefined {
  const evaluation = openRoot(folders.fileSystem, folder.directory, { folders });
  const { value } = evaluation.evaluateExpression(file.text.slice(start, end));
  return value.kind === 'string' ? value.value : undefined;
}

function reachableFrom(
  roots: Iterable<string>,
  found: ReadonlyMap<string, FolderOutline>,
  folders: Folders,
): Set<string> {
  const reached = new Set<string>(roots);
  const pending = [...reached];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const folder = found.get(next);
    if (folder === undefined) continue;
    for (const { target } of localCalls(folder, folders)) {
      if (reached.has(target) || !found.has(target)) continue;
      reached.add(target);
      pending.push(target);
    }
  }
  return reached;
}

/** Folders that only call each other have no root; the first by name of each such group is taken, and that is said. */
function chooseFromLoops(
  search: Search,
  reached: Set<string>,
  roots: Set<string>,
  folders: Folders,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const directory of [...search.found.keys()].toSorted()) {
    if (reached.has(directory)) continue;
    chosen.add(directory);
    roots.add(directory);
    for (const other of reachableFrom([directory], search.found, folders)) reached.add(other);
    const folder = search.found.get(directory);
    const [call] = folder === undefined ? [] : localCalls(folder, folders);
    search.diagnostics.push(
      caution(
        'module-loop',
        'Modules call each other in a loop',
        `No folder calls into this loop of modules, so none of them is the root. ${directory} is taken as the root.`,
        call?.range,
      ),
    );
  }
  return chosen;
}

function describe(
  directory: string,
  calledFrom: readonly Range[],
  explicit: ReadonlySet<string>,
  looped: ReadonlySet<string>,
): string {
  if (explicit.has(directory)) return 'one of its files was given';
  if (looped.has(directory)) return 'first of a loop of modules that nothing else calls';
  const [first] = calledFrom;
  if (first === undefined) return 'no other scanned folder calls it';
  const place = `${first.file.name}:${first.file.lineOf(first.start)}`;
  const more = calledFrom.length > 1 ? ` and ${calledFrom.length - 1} more` : '';
  return `called as a module from ${place}${more}`;
}
