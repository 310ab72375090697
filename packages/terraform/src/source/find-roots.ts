import type { Diagnostic, Range } from '@tfwarden/hcl';
import type { SkippedFile } from '../evaluate/evaluation.ts';
import type { FileSystem } from './file-system.ts';
import type { Folders } from './folders.ts';

/** What a search for root modules found. */
export interface RootSearch {
  /** Directories of the roots, sorted. */
  readonly roots: readonly string[];
  /** Every folder with configuration, sorted, and why it is a root or not. */
  readonly folders: readonly FolderVerdict[];
  /** Folders that were not entered, and files given that are none of ours. */
  readonly skipped: readonly SkippedFile[];
  /** Problems of the search itself: paths that do not exist, unreadable folders, folders that only call each other. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FolderVerdict {
  readonly directory: string;
  readonly role: 'root' | 'module';
  /** One clause: `no other scanned folder calls it`. */
  readonly reason: string;
  /** The `source` arguments that call it from other scanned folders. */
  readonly calledFrom: readonly Range[];
}

export interface RootOptions {
  /** Shares parsed folders with `openRoot`. */
  readonly folders?: Folders;
}

/**
 * Finds root modules below the given paths: folders with configuration that no other folder found calls as a module.
 * Folders named `.terraform`, `.git`, `node_modules` or beginning with a dot are not entered.
 * @param paths folders or configuration files, relative to the boundary; a file stands for its folder, alone
 */
export function findRoots(fileSystem: FileSystem, paths: readonly string[], options: RootOptions = {}): RootSearch {
  throw new Error(`not built yet: ${paths.join()} ${String(options)} ${String(fileSystem)}`);
}
