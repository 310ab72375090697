import type { FileSystem } from '../source/file-system.ts';
import { createEngine } from './create-engine.ts';
import type { Evaluation, OpenOptions } from './evaluation.ts';
import { RootEvaluation } from './root-evaluation.ts';

/**
 * Opens a root module. Reads its files and those of the modules it calls as they are needed; evaluates nothing.
 * @param directory relative to the boundary; `.` for the boundary itself
 */
export function openRoot(fileSystem: FileSystem, directory: string, options: OpenOptions = {}): Evaluation {
  return new RootEvaluation(createEngine(fileSystem, directory, options, 'scan'), directory, options.variables ?? {});
}
