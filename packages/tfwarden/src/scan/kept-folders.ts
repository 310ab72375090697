import {
  type FileSystem,
  type Folder,
  type FolderOutline,
  type FolderReading,
  type Folders,
  outlineOf,
  readFolder,
} from '@tfwarden/terraform';
import { Source, Trace } from './dependency.ts';

/** Folders that were read, parsed and decoded, for as long as their files stay as they are. */
export interface KeptFolders {
  /**
   * Folders for one thing that is made from them.
   * @param detail  `all` when everything of a folder counts, `calls` when only its place in the tree of modules does
   */
  traced(trace: Trace, fileSystem: FileSystem, detail: 'all' | 'calls'): Folders;
  /** Reads the folders again whose files changed; what was made from one that differs is stale. */
  renew(): void;
}

interface KeptFolder {
  readonly reading: FolderReading;
  readonly outline: FolderOutline;
  readonly hasComputedSource: boolean;
  /** The answers of the file system it was made from. */
  readonly trace: Trace;
  readonly content: Source;
  /** Changes when the folder's place in the tree of modules does: that it exists, holds configuration and folders, and which modules it calls. */
  readonly calls: Source;
}

/** @param fileSystemFor  a file system that notes what is asked in a trace */
export function createKeptFolders(fileSystemFor: (trace: Trace) => FileSystem): KeptFolders {
  const kept = new Map<string, KeptFolder>();
  const stale = new Set<string>();

  function find(directory: string): KeptFolder {
    let found = kept.get(directory);
    if (found === undefined) {
      const { reading, trace } = read(directory);
      found = { ...facts(reading), trace, content: new Source(directory), calls: new Source() };
      kept.set(directory, found);
    }
    return found;
  }

  return {
    traced(trace, fileSystem, detail) {
      let isAllUsed = detail === 'all';
      const use = (directory: string): KeptFolder => {
        const found = find(directory);
        // To compute a source takes values, which may come from anywhere.
        isAllUsed ||= found.hasComputedSource;
        trace.uses(isAllUsed ? found.content : found.calls);
        return found;
      };
      return {
        fileSystem,
        load: (directory) => use(directory).reading.folder,
        outline: (directory) => use(directory).outline,
      };
    },
    renew() {
      const directories = [...stale];
      stale.clear();
      let hasMoved = false;
      for (const directory of directories) {
        const before = kept.get(directory);
        if (before === undefined) continue;
        before.trace.release();
        const { reading, trace } = read(directory, before.reading);
        const isSame = reading === before.reading;
        kept.set(directory, { ...before, ...(isSame ? {} : facts(reading)), trace });
        if (isSame) continue;
        before.content.change();
        if (hasSamePlace(before.reading.folder, reading.folder)) continue;
        before.calls.change();
        hasMoved = true;
      }
      // Whoever used a folder may use another one now.
      if (hasMoved) forgetUnused();
    },
  };

  function read(directory: string, before?: FolderReading): Pick<KeptFolder, 'reading' | 'trace'> {
    const trace = new Trace(() => stale.add(directory));
    return { trace, reading: readFolder(fileSystemFor(trace), directory, before) };
  }

  function forgetUnused(): void {
    for (const [directory, { content, calls, trace }] of kept) {
      if (content.dependents.size > 0 || calls.dependents.size > 0) continue;
      trace.release();
      kept.delete(directory);
    }
  }
}

function facts(reading: FolderReading): Pick<KeptFolder, 'reading' | 'outline' | 'hasComputedSource'> {
  return { reading, outline: outlineOf(reading.folder), hasComputedSource: hasComputedSource(reading.folder) };
}

/** Whether a folder counts the same for finding roots. */
function hasSamePlace(a: Folder, b: Folder): boolean {
  if (!a.exists || !b.exists) return false;
  if (hasConfiguration(a) !== hasConfiguration(b)) return false;
  if (a.folders.length !== b.folders.length || a.folders.some((name, index) => name !== b.folders[index])) return false;
  if (a.module.calls.size !== b.module.calls.size) return false;
  const others = b.module.calls.values();
  for (const call of a.module.calls.values()) {
    const other = others.next().value;
    // Places are shown, so they have to be those of the present files.
    if (other === undefined || call.source !== other.source) return false;
    const [place, otherPlace] = [call.sourceExpression, other.sourceExpression];
    if (place?.file !== otherPlace?.file || place?.start !== otherPlace?.start || place?.end !== otherPlace?.end)
      return false;
  }
  return true;
}

function hasComputedSource({ module }: Folder): boolean {
  for (const { source, sourceExpression } of module.calls.values()) {
    if (source === undefined && sourceExpression !== undefined) return true;
  }
  return false;
}

function hasConfiguration(folder: Folder): boolean {
  return folder.files.length > 0 || folder.broken.length > 0;
}
