import type { DirectoryEntry, FileProblem, FileSystem } from './file-system.ts';
import { fileName, joinPath, parentPath } from './path.ts';
import { encodeUtf8 } from './utf8.ts';

const MISSING: FileProblem = { problem: 'missing', reason: 'no such file or directory' };
const OUTSIDE: FileProblem = { problem: 'outside-boundary', reason: 'the path leads out of the boundary' };

/**
 * A tree of files in memory, for tests, the browser and editors.
 * @param files contents by path relative to the boundary; text is stored as UTF-8
 */
export function memoryFileSystem(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const contents = new Map<string, Uint8Array>();
  const directories = new Map<string, Map<string, DirectoryEntry>>([['.', new Map()]]);

  for (const [path, content] of Object.entries(files)) {
    const name = joinPath('.', path);
    if (name === undefined || name === '.') throw new RangeError(`not a path inside the boundary: ${path}`);
    contents.set(name, typeof content === 'string' ? encodeUtf8(content) : content);
    let child: DirectoryEntry = { name: fileName(name), kind: 'file' };
    for (let directory = parentPath(name); ; directory = parentPath(directory)) {
      let entries = directories.get(directory);
      if (entries === undefined) directories.set(directory, (entries = new Map()));
      if (entries.has(child.name)) break;
      entries.set(child.name, child);
      if (directory === '.') break;
      child = { name: fileName(directory), kind: 'directory' };
    }
  }

  return {
    read(path) {
      const name = joinPath('.', path);
      if (name === undefined) return OUTSIDE;
      const content = contents.get(name);
      if (content !== undefined) return content;
      return directories.has(name) ? { problem: 'not-a-file', reason: 'is a directory' } : MISSING;
    },
    list(path) {
      const name = joinPath('.', path);
      if (name === undefined) return OUTSIDE;
      const entries = directories.get(name);
      if (entries !== undefined) return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
      return contents.has(name) ? { problem: 'not-a-directory', reason: 'is a file' } : MISSING;
    },
    stat(path) {
      const name = joinPath('.', path);
      if (name === undefined) return OUTSIDE;
      if (contents.has(name)) return 'file';
      return directories.has(name) ? 'directory' : MISSING;
    },
  };
}
