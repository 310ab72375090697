import type { Diagnostic, ParsedFile } from '@tfwarden/hcl';
import { parseConfig, parseJson, SourceFile } from '@tfwarden/hcl';
import type { FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import { listFolder } from '../source/list-folder.ts';
import type { SkippedFile } from '../source/skipped-file.ts';
import type { ModuleFile } from './build-module.ts';
import { buildModule } from './build-module.ts';
import type { ModuleConfiguration } from './module-configuration.ts';
import { problem } from './problem.ts';

/** Folders read so far: each is listed, parsed and decoded once, however many roots and calls use it. */
export interface Folders {
  readonly fileSystem: FileSystem;
  load(directory: string): Folder;
}

/** One folder with its configuration. */
export interface Folder {
  /** Relative to the boundary; `.` for the boundary itself. */
  readonly directory: string;
  /** False when the folder is missing or may not be read; `diagnostics` says why. */
  readonly exists: boolean;
  /** Parsed files: primary ones, then overrides, each in the order of their names. */
  readonly files: readonly ParsedFile[];
  readonly module: ModuleConfiguration;
  /** Problems of listing, parsing and declaring. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read or parsed without error, and why; what could be read of them counts. */
  readonly broken: readonly BrokenFile[];
  readonly skipped: readonly SkippedFile[];
  /** Files with values for variables that Terraform reads by itself when this folder is the root; later ones win. */
  readonly variableFiles: readonly string[];
  /** Names of the folders within. */
  readonly folders: readonly string[];
}

export interface BrokenFile {
  readonly path: string;
  readonly kind: 'unreadable-file' | 'syntax-error';
  readonly diagnostic: Diagnostic;
}

/** Reads folders through a file system and keeps what was read. */
export function createFolders(fileSystem: FileSystem): Folders {
  const loaded = new Map<string, Folder>();
  return {
    fileSystem,
    load(directory) {
      let folder = loaded.get(directory);
      if (folder === undefined) {
        folder = readFolder(fileSystem, directory);
        loaded.set(directory, folder);
      }
      return folder;
    },
  };
}

function readFolder(fileSystem: FileSystem, directory: string): Folder {
  const diagnostics: Diagnostic[] = [];
  const listing = listFolder(fileSystem, directory);
  if (isProblem(listing)) {
    const detail = `The folder ${directory} cannot be read: ${listing.reason}.`;
    diagnostics.push(problem('unreadable-folder', 'Unreadable folder', detail));
    const module = buildModule(directory, [], diagnostics);
    const nothing = { files: [], skipped: [], broken: [], variableFiles: [], folders: [] };
    return { directory, exists: false, module, diagnostics, ...nothing };
  }
  const broken: BrokenFile[] = [];
  const files: ModuleFile[] = [];
  const read = (path: string, isOverride: boolean): void => {
    const parsed = readFile(fileSystem, path, diagnostics, broken);
    if (parsed !== undefined) files.push({ parsed, isOverride });
  };
  for (const path of listing.primary) read(path, false);
  for (const path of listing.overrides) read(path, true);
  const module = buildModule(directory, files, diagnostics);
  const { skipped, variableFiles, folders } = listing;
  return {
    directory,
    exists: true,
    files: files.map(({ parsed }) => parsed),
    module,
    diagnostics,
    broken,
    skipped,
    variableFiles,
    folders,
  };
}

function readFile(
  fileSystem: FileSystem,
  path: string,
  diagnostics: Diagnostic[],
  broken: BrokenFile[],
): ParsedFile | undefined {
  const bytes = fileSystem.read(path);
  if (isProblem(bytes)) {
    const diagnostic = problem(
      'unreadable-file',
      'Failed to read file',
      `The file "${path}" could not be read: ${bytes.reason}.`,
    );
    diagnostics.push(diagnostic);
    broken.push({ path, kind: 'unreadable-file', diagnostic });
    return undefined;
  }
  if (isBinary(bytes)) {
    const detail = `The file "${path}" holds binary data, so it is no configuration. Rename it or remove it.`;
    const diagnostic = problem('binary-file', 'Not a text file', detail);
    diagnostics.push(diagnostic);
    broken.push({ path, kind: 'unreadable-file', diagnostic });
    return undefined;
  }
  const file = SourceFile.fromBytes(path, bytes);
  const result: { readonly parsed: ParsedFile; readonly diagnostics: readonly Diagnostic[] } = path.endsWith('.json')
    ? parseJson(file)
    : parseConfig(file);
  for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
  const error = result.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) broken.push({ path, kind: 'syntax-error', diagnostic: error });
  return result.parsed;
}

/** How far into a file zero bytes are looked for. */
const BINARY_PROBE_BYTES = 1024;

/** No text holds zero bytes; archives, images and UTF-16 do near their beginning. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, BINARY_PROBE_BYTES);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) return true;
  return false;
}
