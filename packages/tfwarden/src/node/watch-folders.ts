import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Watches the entries of single folders; what is below them only as far as it is named too. */
export interface FolderWatcher {
  /**
   * @param folders  absolute paths of all folders to watch from now on; instead of one that does not exist its nearest parent is watched
   * @returns the folders that were not watched before
   */
  watch(folders: Iterable<string>): readonly string[];
  close(): void;
}

/**
 * Each folder is watched by itself and no link is followed, so nothing is watched that nobody asked for: neither `.git` nor packages of others.
 * @param onChange   called with the absolute path of an entry that was made, written, removed or renamed
 * @param onProblem  called with one line for a person when a folder cannot be watched, for example because the system's limit is reached
 */
export function watchFolders(onChange: (path: string) => void, onProblem: (problem: string) => void): FolderWatcher {
  const watched = new Map<string, FSWatcher>();

  function start(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: true }, (_, name) =>
        onChange(name === null ? folder : join(folder, name)),
      );
      watcher.on('error', () => {
        // The folder went away, or can no longer be watched: whoever depends on it looks again, and says so if it is still wanted.
        stop(folder);
        onChange(folder);
      });
      return watcher;
    } catch (error) {
      onProblem(`${folder} cannot be watched: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  function stop(folder: string): void {
    watched.get(folder)?.close();
    watched.delete(folder);
  }

  return {
    watch(folders) {
      const wanted = new Set<string>();
      for (const folder of folders) wanted.add(nearestExisting(folder));
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
