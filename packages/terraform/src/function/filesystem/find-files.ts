import type { StringValue } from '@tfwarden/hcl';
import { FunctionError, hasMark, quote } from '@tfwarden/hcl';
import { isProblem } from '../../source/file-system.ts';
import type { FunctionEnvironment } from '../environment.ts';
import { hasWildcards, matchComponent, splitPattern } from '../go/glob.ts';
import { cleanPath, joinPaths } from '../go/path.ts';
import { MAX_FILESET_DEPTH, MAX_FILESET_ENTRIES, MAX_GLOB_STEPS } from '../limits.ts';
import { outsideBoundary, resolvePath } from './read-file.ts';

/**
 * The regular files under `path` that the pattern matches, named relative to `path`, as `fileset` finds them: with
 * `github.com/bmatcuk/doublestar` 1.1.5, whose `**` also matches no directory and, at the end, all files below.
 * Directories that cannot be read are passed over. Throws `FunctionError`.
 */
export function findFiles(
  environment: FunctionEnvironment,
  path: StringValue,
  pattern: StringValue,
): readonly string[] {
  const base = resolvePath(environment, path);
  // The joining cleans the pattern, so `..` in it leaves the directory before anything is matched.
  const joined = cleanPath(joinPaths(base, pattern.value === '' ? '.' : pattern.value));
  if (joined === '..' || joined.startsWith('../')) throw outsideBoundary(pattern);
  const search: Search = { environment, pattern, found: new Set(), entries: 0 };
  // An empty component in front would stand for the root of the machine; patterns here are relative to the boundary.
  walk(search, '.', splitPattern(joined, '/'), 0);
  const names: string[] = [];
  for (const file of search.found) names.push(relativeTo(base, file));
  return names;
}

interface Search {
  readonly environment: FunctionEnvironment;
  readonly pattern: StringValue;
  readonly found: Set<string>;
  /** How many directory entries were looked at. */
  entries: number;
}

function walk(search: Search, start: string, components: readonly string[], depth: number): void {
  // Symbolic links may lead in circles.
  if (depth > MAX_FILESET_DEPTH) return;
  let at = 0;
  while (at < components.length && !hasWildcards(components[at] ?? '')) at++;
  const directory = at === 0 ? start : cleanPath(joinPaths(start, ...components.slice(0, at)));
  const { files } = search.environment;
  if (at >= components.length) {
    if (files.stat(directory) === 'file') search.found.add(directory);
    return;
  }
  const entries = files.list(directory);
  if (isProblem(entries)) return;
  search.entries += entries.length;
  if (search.entries > MAX_FILESET_ENTRIES) {
    throw new FunctionError(`more than ${MAX_FILESET_ENTRIES} files and directories to look at`);
  }
  const component = components[at] ?? '';
  const rest = components.slice(at + 1);
  if (component === '**') {
    for (const { name, kind } of entries) {
      const inside = pathInside(directory, name);
      if (kind === 'directory') walk(search, inside, components.slice(at), depth + 1);
      else if (rest.length === 0 && kind === 'file') search.found.add(inside);
    }
    // Behind `**` the rest matches here, too.
    if (rest.length > 0) matchEntries(search, directory, entries, rest, depth);
    return;
  }
  matchEntries(search, directory, entries, components.slice(at), depth);
}

function matchEntries(
  search: Search,
  directory: string,
  entries: readonly { readonly name: string; readonly kind: string }[],
  [component = '', ...rest]: readonly string[],
  depth: number,
): void {
  for (const { name, kind } of entries) {
    const matched = matchComponent(component, name, MAX_GLOB_STEPS);
    if (typeof matched === 'object') {
      const shown = hasMark(search.pattern, 'sensitive') ? '(sensitive value)' : quote(search.pattern.value);
      throw new FunctionError(`failed to glob pattern ${shown}: ${matched.message}`);
    }
    if (!matched) continue;
    const inside = pathInside(directory, name);
    if (rest.length > 0) walk(search, inside, rest, depth + 1);
    else if (kind === 'file') search.found.add(inside);
  }
}

/** The path of an entry; both are clean. */
function pathInside(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}

/** Both paths are relative to the boundary's root. */
function relativeTo(base: string, file: string): string {
  const from = base === '.' ? [] : base.split('/');
  const to = file.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
