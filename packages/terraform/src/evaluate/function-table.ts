import type { FileSystem } from '../source/file-system.ts';
import type { FunctionTable } from './engine.ts';

/** The functions as seen from a root module: relative paths are relative to its directory. */
export function functionTable(_fileSystem: FileSystem, _directory: string): FunctionTable {
  return { find: () => undefined, names: () => [] };
}
