import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type DirectoryEntry, type FileProblem, type FileSystem, parentPath } from '@tfwarden/terraform';

/** A larger file is not read; the largest generated configurations seen are a tenth of it. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

const OUTSIDE: FileProblem = { problem: 'outside-boundary', reason: 'leads out of the boundary' };

/** By the real path of a folder: the link that shows it. */
export type ShownLinks = ReadonlyMap<string, string>;

/** A file system that also shows single files outside of the boundary which the person named on the command line. */
export interface DiskFileSystem extends FileSystem {
  /**
   * Forgets what it knows of folders and links, for files that have changed.
   * @returns false when several links lead to one folder: which of them shows it depends on the order of the listings
   */
  renew(): boolean;
  /** The links that listings have shown as folders. */
  shownLinks(): ShownLinks;
  /** Goes back to what had been shown at another time, here or in another thread: what listings show from now on depends on nothing else. */
  showLinks(links: ShownLinks): void;
  /** @returns where a path leads, relative to the boundary; the path itself when no link is part of it */
  realPath(path: string): string;
  /** @param path  absolute @returns the path under which the file can be read: `../secrets/prod.tfvars` */
  admit(path: string): string;
}

/**
 * The disk below a boundary. Symbolic links are followed as long as they stay inside; whatever leads outside is refused, and nothing of it is read.
 *
 * A listing shows a link to a folder as a folder once, and only when the scan does not come to that folder anyway; otherwise it shows as neither
 * file nor folder, so that no walk is endless or does its work twice. A path that leads through a link can always be read.
 * @param boundary absolute path of a folder that exists
 * @param scanned  folders that are walked, relative to the boundary
 */
export function diskFileSystem(boundary: string, scanned: readonly string[] = ['.']): DiskFileSystem {
  const root = realpathSync(boundary);
  const walked = scanned.map((path) => (path === '.' ? root : join(root, path)));
  /** Real folders that a link has shown already, and that link. */
  let shownLinks = new Map<string, string>();
  let isOrderRelevant = false;
  /** Real path of each folder seen, or why it may not be used. Folders are verified once. */
  const folders = new Map<string, string | FileProblem>();
  /** Files that a listing showed as regular ones: no link, so inside when their folder is. */
  const regular = new Set<string>();
  /** Absolute paths of files outside that were named. */
  const admitted = new Map<string, string>();

  function isInside(realPath: string): boolean {
    return isBelow(realPath, root);
  }

  function realFolder(path: string): string | FileProblem {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const found = resolveInside(path === '.' ? root : join(root, path));
    folders.set(path, found);
    return found;
  }

  /** The real path behind an absolute one, when it is inside. Nothing is opened. */
  function resolveInside(absolute: string): string | FileProblem {
    let real: string;
    try {
      real = realpathSync(absolute);
    } catch (error) {
      // A path that does not exist may still lead out: its nearest existing parent tells.
      const problem = problemOf(error);
      return problem.problem === 'missing' && !isInside(nearestExisting(absolute)) ? OUTSIDE : problem;
    }
    return isInside(real) ? real : OUTSIDE;
  }

  /** What a link points to. A dangling link counts as a file, so that whoever needs it learns that it is missing. */
  function linkKind(link: string): DirectoryEntry['kind'] {
    try {
      const target = statSync(link);
      if (target.isFile()) return 'file';
      if (!target.isDirectory()) return 'other';
      const real = realpathSync(link);
      if (!isInside(real) || walked.some((folder) => isBelow(real, folder) || isBelow(folder, real))) return 'other';
      const shown = shownLinks.get(real);
      if (shown !== undefined && shown !== link) {
        isOrderRelevant = true;
        return 'other';
      }
      shownLinks.set(real, link);
      return 'directory';
    } catch {
      return 'file';
    }
  }

  return {
    renew() {
      folders.clear();
      regular.clear();
      if (!isOrderRelevant) return true;
      shownLinks.clear();
      isOrderRelevant = false;
      return false;
    },

    shownLinks: () => new Map(shownLinks),
    showLinks(links) {
      shownLinks = new Map(links);
    },

    realPath(path) {
      if (admitted.has(path)) return path;
      const absolute = join(root, path);
      const folder = regular.has(path) ? realFolder(parentPath(path)) : folders.get(path);
      const known = typeof folder === 'string' && regular.has(path) ? join(folder, basename(path)) : folder;
      const real = typeof known === 'string' ? known : nearestReal(absolute);
      return real === absolute || !isInside(real) ? path : relative(root, real).split(sep).join('/') || '.';
    },

    admit(path) {
      const name = relative(root, path).split(sep).join('/');
      admitted.set(name, path);
      return name;
    },

    read(path) {
      const named = admitted.get(path);
      if (named !== undefined) return readRegularFile(named);
      if (!isRelativeInside(path)) return OUTSIDE;
      let absolute: string;
      if (regular.has(path)) {
        absolute = join(root, path);
      } else {
        const real = resolveInside(join(root, path));
        if (typeof real !== 'string') return real;
        absolute = real;
      }
      return readRegularFile(absolute);
    },

    list(path) {
      if (!isRelativeInside(path)) return OUTSIDE;
      const folder = realFolder(path);
      if (typeof folder !== 'string') return folder;
      const prefix = path === '.' ? '' : `${path}/`;
      try {
        const entries: DirectoryEntry[] = [];
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
          const name = entry.name;
          if (entry.isFile()) {
            regular.add(prefix + name);
            entries.push({ name, kind: 'file' });
          } else if (entry.isDirectory()) {
            folders.set(prefix + name, join(folder, name));
            entries.push({ name, kind: 'directory' });
          } else if (entry.isSymbolicLink()) {
            entries.push({ name, kind: linkKind(join(folder, name)) });
          } else {
            entries.push({ name, kind: 'other' });
          }
        }
        return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      } catch (error) {
        return problemOf(error);
      }
    },

    stat(path) {
      const named = admitted.get(path);
      if (named === undefined && !isRelativeInside(path)) return OUTSIDE;
      const real = named ?? resolveInside(join(root, path));
      if (typeof real !== 'string') return real;
      try {
        const found = statSync(real);
        if (found.isDirectory()) return 'directory';
        return found.isFile() ? 'file' : { problem: 'not-a-file', reason: 'is neither a file nor a folder' };
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Contract of `FileSystem`: relative, no `..`, no NUL. Anything else is a caller's mistake and is treated as an attempt to leave. */
function isRelativeInside(path: string): boolean {
  if (path.startsWith('/') || path.includes('\0')) return false;
  return path !== '..' && !path.startsWith('../') && !path.includes('/../') && !path.endsWith('/..');
}

function readRegularFile(absolute: string): Uint8Array | FileProblem {
  let descriptor: number;
  try {
    // Without O_NONBLOCK opening a pipe named `x.tf` would wait for ever.
    descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return problemOf(error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      return { problem: 'not-a-file', reason: stat.isDirectory() ? 'is a folder' : 'is not a regular file' };
    if (stat.size > MAX_FILE_BYTES) {
      return { problem: 'too-large', reason: `is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB` };
    }
    const bytes = new Uint8Array(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return filled === bytes.length ? bytes : bytes.subarray(0, filled);
  } catch (error) {
    return problemOf(error);
  } finally {
    closeSync(descriptor);
  }
}

function nearestExisting(absolute: string): string {
  for (let path = dirname(absolute); ; path = dirname(path)) {
    try {
      lstatSync(path);
      return realpathSync(path);
    } catch {
      if (path === dirname(path)) return path;
    }
  }
}

/** Links that lead to links are followed this often when there is nothing at their end. */
const MAX_LINKS = 40;

/** Where a path leads. What does not exist is named where it would be: below where its folder leads, or at the end of the link. */
function nearestReal(absolute: string): string {
  let rest = '';
  let links = 0;
  for (let path = absolute; path !== dirname(path); ) {
    try {
      return join(realpathSync(path), rest);
    } catch {
      const target = links < MAX_LINKS ? targetOf(path) : undefined;
      if (target === undefined) {
        rest = join(basename(path), rest);
        path = dirname(path);
      } else {
        links++;
        path = target;
      }
    }
  }
  return absolute;
}

function targetOf(link: string): string | undefined {
  try {
    return resolve(dirname(link), readlinkSync(link));
  } catch {
    return undefined;
  }
}

function problemOf(error: unknown): FileProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return { problem: 'missing', reason: 'no such file or directory' };
    case 'EACCES':
    case 'EPERM':
      return { problem: 'unreadable', reason: 'permission denied' };
    case 'ENOTDIR':
      return { problem: 'not-a-directory', reason: 'is not a folder' };
    case 'EISDIR':
      return { problem: 'not-a-file', reason: 'is a folder' };
    case 'ELOOP':
      return { problem: 'unreadable', reason: 'symbolic links that lead in a circle' };
    case 'ENAMETOOLONG':
      return { problem: 'unreadable', reason: 'the name is too long' };
    case 'ENXIO':
      return { problem: 'not-a-file', reason: 'is not a regular file' };
    default:
      return {
        problem: 'unreadable',
        reason: `could not be read (${typeof code === 'string' ? code : 'unknown error'})`,
      };
  }
}
