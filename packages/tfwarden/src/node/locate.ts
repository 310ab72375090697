import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Folders or files to scan, within one boundary. */
export interface Location {
  /** Absolute real path of the boundary. */
  readonly boundary: string;
  /** Relative to the boundary, with `/`; `.` for the boundary itself. */
  readonly paths: readonly string[];
  /** The folder of the first path, relative to the boundary: where configuration and custom checks are looked for. */
  readonly folder: string;
}

/** A path that cannot be scanned, as one line for a person. */
export interface LocationProblem {
  readonly problem: string;
}

/**
 * Finds the boundary of each path: the folder given, else the nearest parent with `.git`, else the folder itself.
 * @param paths      as given on the command line; relative to `cwd`
 * @param boundary   the folder of `--boundary`, if any
 * @returns one location for each different boundary, in the order of the paths
 */
export function locate(
  paths: readonly string[],
  cwd: string,
  boundary: string | undefined,
): readonly Location[] | LocationProblem {
  const fixed = boundary === undefined ? undefined : findFolder(boundary, cwd);
  if (boundary !== undefined && fixed === undefined) return { problem: `the boundary \`${boundary}\` is not a folder` };

  const found = new Map<string, { readonly list: string[]; readonly folder: string }>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    let real: string;
    let isFolder: boolean;
    try {
      real = realpathSync(absolute);
      isFolder = statSync(real).isDirectory();
    } catch {
      return { problem: `there is no file or folder \`${path}\`` };
    }
    const root = fixed ?? nearestRepository(isFolder ? real : dirname(real)) ?? (isFolder ? real : dirname(real));
    if (!isInside(real, root)) return { problem: `\`${path}\` is outside the boundary \`${boundary ?? root}\`` };
    const known = found.get(root) ?? { list: [], folder: toPosix(relative(root, isFolder ? real : dirname(real))) };
    known.list.push(toPosix(relative(root, real)));
    found.set(root, known);
  }
  return [...found].map(([root, { list, folder }]) => ({ boundary: root, paths: [...new Set(list)], folder }));
}

/** @returns the path relative to the boundary, or undefined when it leads outside. @param path relative to `cwd` or absolute */
export function relativeToBoundary(path: string, cwd: string, boundary: string): string | undefined {
  const absolute = resolve(cwd, path);
  let real = absolute;
  try {
    real = realpathSync(absolute);
  } catch {
    // A missing file is reported by whoever reads it; its folder may still be a link.
    try {
      real = join(realpathSync(dirname(absolute)), absolute.slice(dirname(absolute).length));
    } catch {
      // Left as it is.
    }
  }
  return isInside(real, boundary) ? toPosix(relative(boundary, real)) : undefined;
}

export function toPosix(path: string): string {
  if (path === '') return '.';
  return sep === '/' ? path : path.split(sep).join('/');
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

function findFolder(path: string, cwd: string): string | undefined {
  try {
    const real = realpathSync(resolve(cwd, path));
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

/** The nearest folder upwards with `.git`, which is a file in worktrees and submodules. */
function nearestRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
