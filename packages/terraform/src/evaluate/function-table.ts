import type { FunctionOptions } from '../function/index.ts';
import { createFunctions } from '../function/index.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { FunctionTable } from './engine.ts';

/** The functions as seen from a root module: relative paths are relative to its directory. */
export function functionTable(files: FileSystem, directory: string, options: FunctionOptions = {}): FunctionTable {
  const functions = createFunctions({ ...options, files, directory });
  const names = [...functions.keys()];
  return { find: (name) => functions.get(name), names: () => names };
}
