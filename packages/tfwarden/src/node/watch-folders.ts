import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Watches the entries of single folders; what is below them only as far as it is named too. */
export interface FolderWatcher {
  /**
   * @param folders  absolute paths of all folders to watch from now on; instead of one that does not exist its nearest parent is watched
   * @returns the folders that were not watched before
   */
  watch(folders: Iterable<string>): readonly string[];
  /** Whether the folders that were named last are watched: not when one was moved or removed since, or has come into being. */
  isWhole(): boolean;
  close(): void;
}

/**
 * Each folder is watched by itself and no link is followed, so nothing is watched that nobody asked for: neither `.git` nor packages of others.
 * @param onChange   called with the absolute path of an entry that was made, written, removed or renamed
 * @param onProblem  called with one line for a person when a folder cannot be watched, for example because the system's limit is reached
 */
export function watchFolders(onChange: (path: string) => void, onProblem: (problem: string) => void): FolderWatcher {
  const watched = new Map<string, FSWatcher>();
  /** Folders that were named and did not exist. */
  let missing: readonly string[] = [];
  let hasLost = false;

  function start(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: true }, (event, name) => {
        const path = name === null ? folder : join(folder, name);
        if (event === 'rename') lose(path);
        onChange(path);
      });
      watcher.on('error', () => {
        // The folder went away, or can no longer be watched: whoever depends on it looks again, and says so if it is still wanted.
        stop(folder);
        hasLost = true;
        onChange(folder);
      });
      return watcher;
    } catch (error) {
      onProblem(`${folder} cannot be watched: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Something came, went or was moved: what is there under the name of a watched folder is another one, or a folder that was missing. */
  function lose(path: string): void {
    for (const folder of watched.keys()) {
      if (!isAtOrBelow(folder, path)) continue;
      stop(folder);
      hasLost = true;
    }
    if (missing.some((folder) => isAtOrBelow(folder, path))) hasLost = true;
  }

  function stop(folder: string): void {
    watched.get(folder)?.close();
    watched.delete(folder);
  }

  return {
    watch(folders) {
      hasLost = false;
      const wanted = new Set<string>();
      const absent: string[] = [];
      for (const folder of folders) {
        const nearest = watched.has(folder) ? folder : nearestExisting(folder);
        wanted.add(nearest);
        if (nearest !== folder) absent.push(folder);
      }
      missing = absent;
      for (const folder of watched.keys()) if (!wanted.has(folder)) stop(folder);
      const added: string[] = [];
      for (const folder of wanted) {
        if (watched.has(folder)) continue;
        const watcher = start(folder);
        if (watcher === undefined) continue;
        watched.set(folder, watcher);
        added.push(folder);
      }
      return added;
    },
    isWhole: () => !hasLost,
    close() {
      for (const folder of watched.keys()) stop(folder);
    },
  };
}

function nearestExisting(folder: string): string {
  let at = folder;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  return at;
}

function isAtOrBelow(folder: string, path: string): boolean {
  return folder === path || (folder.startsWith(path) && folder[path.length] === sep);
}
