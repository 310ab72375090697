import type { Diagnostic, ParsedFile } from '@tfwarden/hcl';
import { parseConfig, parseJson, SourceFile } from '@tfwarden/hcl';
import type { FileProblem, FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import type { FolderListing } from '../source/list-folder.ts';
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
        ({ folder } = readFolder(fileSystem, directory));
        loaded.set(directory, folder);
      }
      return folder;
    },
  };
}

/** A folder as it was read, with what reading it again needs to know of the last time. */
export interface FolderReading {
  readonly folder: Folder;
  readonly listing: FolderListing | FileProblem;
  /** By path; files that could not be read or parsed too. */
  readonly files: ReadonlyMap<string, FileReading>;
}

/** One file of a folder as it was read. */
export interface FileReading {
  /** Undefined when it could not be read or holds no text. */
  readonly parsed: ParsedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: BrokenFile | undefined;
}

/**
 * Reads a folder, parses its files and decodes what they declare.
 * @param before  the same folder read earlier: files whose text is the same keep their syntax tree, and where nothing differs the very same
 *                reading is given back
 */
export function readFolder(fileSystem: FileSystem, directory: string, before?: FolderReading): FolderReading {
  const listing = listFolder(fileSystem, directory);
  if (isProblem(listing)) {
    if (before !== undefined && isSame(before.listing, listing)) return before;
    return { folder: missingFolder(directory, listing), listing, files: new Map() };
  }
  const readings = new Map<string, FileReading>();
  for (const path of [...listing.primary, ...listing.overrides]) {
    readings.set(path, readFile(fileSystem, path, before?.files.get(path)));
  }
  if (before !== undefined && isSame(before.listing, listing) && hasSameFiles(before.files, readings)) return before;

  const diagnostics: Diagnostic[] = [];
  const broken: BrokenFile[] = [];
  const files: ModuleFile[] = [];
  const overrides = new Set(listing.overrides);
  for (const [path, reading] of readings) {
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    if (reading.broken !== undefined) broken.push(reading.broken);
    if (reading.parsed !== undefined) files.push({ parsed: reading.parsed, isOverride: overrides.has(path) });
  }
  const module = buildModule(directory, files, diagnostics);
  const { skipped, variableFiles, folders } = listing;
  const folder = {
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
  return { folder, listing, files: readings };
}

function missingFolder(directory: string, { reason }: FileProblem): Folder {
  const detail = `The folder ${directory} cannot be read: ${reason}.`;
  const diagnostics = [problem('unreadable-folder', 'Unreadable folder', detail)];
  const module = buildModule(directory, [], diagnostics);
  return {
    directory,
    exists: false,
    module,
    diagnostics,
    files: [],
    skipped: [],
    broken: [],
    variableFiles: [],
    folders: [],
  };
}

/** Listings and problems are plain data of a few names. */
function isSame(a: FolderListing | FileProblem, b: FolderListing | FileProblem): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function hasSameFiles(before: ReadonlyMap<string, FileReading>, now: ReadonlyMap<string, FileReading>): boolean {
  if (before.size !== now.size) return false;
  for (const [path, reading] of now) if (before.get(path) !== reading) return false;
  return true;
}

function readFile(fileSystem: FileSystem, path: string, before: FileReading | undefined): FileReading {
  const bytes = fileSystem.read(path);
  if (isProblem(bytes)) {
    const detail = `The file "${path}" could not be read: ${bytes.reason}.`;
    return keepIfSame(before, unusable(path, problem('unreadable-file', 'Failed to read file', detail)));
  }
  if (isBinary(bytes)) {
    const detail = `The file "${path}" holds binary data, so it is no configuration. Rename it or remove it.`;
    return keepIfSame(before, unusable(path, problem('binary-file', 'Not a text file', detail)));
  }
  const file = SourceFile.fromBytes(path, bytes);
  if (before?.parsed !== undefined && before.parsed.file.text === file.text) return before;
  const { parsed, diagnostics }: { readonly parsed: ParsedFile; readonly diagnostics: readonly Diagnostic[] } =
    path.endsWith('.json') ? parseJson(file) : parseConfig(file);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  const broken = error === undefined ? undefined : ({ path, kind: 'syntax-error', diagnostic: error } as const);
  return { parsed, diagnostics, broken };
}

function unusable(path: string, diagnostic: Diagnostic): FileReading {
  return { parsed: undefined, diagnostics: [diagnostic], broken: { path, kind: 'unreadable-file', diagnostic } };
}

function keepIfSame(before: FileReading | undefined, now: FileReading): FileReading {
  const isKept = before?.parsed === undefined && before?.broken?.diagnostic.detail === now.broken?.diagnostic.detail;
  return isKept && before !== undefined ? before : now;
}

/** How far into a file zero bytes are looked for. */
const BINARY_PROBE_BYTES = 1024;

/** No text holds zero bytes; archives, images and UTF-16 do near their beginning. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, BINARY_PROBE_BYTES);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) return true;
  return false;
}
