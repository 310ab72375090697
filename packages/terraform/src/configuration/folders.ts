import type { Diagnostic, ParsedFile } from '@tfwarden/hcl';
import { parseConfig, parseJson, SourceFile } from '@tfwarden/hcl';
import type { FileProblem, FileSystem } from '../source/file-system.ts';
import { isProblem } from '../source/file-system.ts';
import type { FolderListing } from '../source/list-folder.ts';
import { listFolder } from '../source/list-folder.ts';
import type { SkippedFile } from '../source/skipped-file.ts';
import type { ModuleFile } from './build-module.ts';
import { buildModule } from './build-module.ts';
import type { ModuleCallDeclaration, ModuleConfiguration } from './module-configuration.ts';
import { problem } from './problem.ts';

/** Folders read so far: each is listed, parsed and decoded once, however many roots and calls use it. */
export interface Folders {
  readonly fileSystem: FileSystem;
  load(directory: string): Folder;
  /** What finding roots takes of a folder: files that cannot hold a module call are read and not parsed. Where it is absent, `load` serves. */
  outline?(directory: string): FolderOutline;
  /**
   * Forgets the syntax of folders that were used longest ago, until no more than so many characters of configuration are left; their texts are kept. A root
   * that is being evaluated must not see it happen: a folder that is loaded again is another object.
   */
  trim?(characters: number): void;
}

/** A folder's place among others. */
export interface FolderOutline extends Pick<Folder, 'directory' | 'exists' | 'folders'> {
  /** Problems of listing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly hasConfiguration: boolean;
  /** The texts of its files, where they could be read. */
  readonly sources: readonly SourceFile[];
  readonly calls: readonly OutlinedCall[];
}

export type OutlinedCall = Pick<ModuleCallDeclaration, 'name' | 'source' | 'sourceExpression'>;

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
export function createFolders(fileSystem: FileSystem): Required<Folders> {
  /** In the order of their last use. */
  const loaded = new Map<string, FolderReading>();
  /** Of folders that are not loaded: what has been read of them. */
  const sources = new Map<string, FolderSources>();
  const outlines = new Map<string, FolderOutline>();
  let characters = 0;

  function build(directory: string): FolderReading {
    const read = sources.get(directory) ?? readSources(fileSystem, directory);
    sources.delete(directory);
    const reading = buildFolder(directory, read);
    characters += lengthOf(reading.folder);
    return reading;
  }

  function outlineAnew(directory: string): FolderOutline {
    const reading = loaded.get(directory);
    if (reading !== undefined) return outlineOf(reading.folder);
    const read = readSources(fileSystem, directory);
    sources.set(directory, read);
    return outlineSources(directory, read);
  }

  return {
    fileSystem,
    load(directory) {
      const reading = loaded.get(directory) ?? build(directory);
      loaded.delete(directory);
      loaded.set(directory, reading);
      return reading.folder;
    },
    outline(directory) {
      const outline = outlines.get(directory) ?? outlineAnew(directory);
      outlines.set(directory, outline);
      return outline;
    },
    trim(most) {
      for (const [directory, reading] of loaded) {
        if (characters <= most) return;
        loaded.delete(directory);
        sources.set(directory, sourcesOf(reading));
        characters -= lengthOf(reading.folder);
      }
    },
  };
}

/** Of all files, in UTF-16 units. */
function lengthOf({ files }: Folder): number {
  return files.reduce((sum, { file }) => sum + file.text.length, 0);
}

/** A folder as if it had been read and not parsed. */
function sourcesOf({ listing, files }: FolderReading): FolderSources {
  const sources = new Map<string, SourceFile | FileReading>();
  for (const [path, reading] of files) sources.set(path, reading.parsed?.file ?? reading);
  return { listing, files: sources };
}

/** The outline of a folder that is loaded. */
export function outlineOf(folder: Folder): FolderOutline {
  const { directory, exists, folders, diagnostics, files, broken, module } = folder;
  return {
    directory,
    exists,
    folders,
    diagnostics: exists ? [] : diagnostics,
    hasConfiguration: files.length > 0 || broken.length > 0,
    sources: files.map(({ file }) => file),
    calls: outlineCalls(module),
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
  const now = readSources(fileSystem, directory);
  const isListedSame = before !== undefined && isSame(before.listing, now.listing);
  if (before === undefined || !isListedSame) return buildFolder(directory, now, before);
  if (isProblem(now.listing)) return before;
  const reading = buildFolder(directory, now, before);
  return hasSameFiles(before.files, reading.files) ? before : reading;
}

/** A folder whose files are read, and parsed as far as that was asked for. */
interface FolderSources {
  readonly listing: FolderListing | FileProblem;
  /** By path: the text, or what came of it. */
  readonly files: Map<string, SourceFile | FileReading>;
}

function readSources(fileSystem: FileSystem, directory: string): FolderSources {
  const listing = listFolder(fileSystem, directory);
  const files = new Map<string, SourceFile | FileReading>();
  if (isProblem(listing)) return { listing, files };
  for (const path of [...listing.primary, ...listing.overrides]) files.set(path, readSource(fileSystem, path));
  return { listing, files };
}

/** Parses what is not parsed yet, and decodes what the files declare. @param before  files that are the same as in it are taken from it */
function buildFolder(
  directory: string,
  { listing, files: sources }: FolderSources,
  before?: FolderReading,
): FolderReading {
  if (isProblem(listing)) return { folder: missingFolder(directory, listing), listing, files: new Map() };
  const readings = new Map<string, FileReading>();
  for (const [path, source] of sources) readings.set(path, readingOf(source, before?.files.get(path)));

  const diagnostics: Diagnostic[] = [];
  const broken: BrokenFile[] = [];
  const files = moduleFiles(listing, readings);
  for (const reading of readings.values()) {
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    if (reading.broken !== undefined) broken.push(reading.broken);
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

function moduleFiles(listing: FolderListing, readings: ReadonlyMap<string, FileReading>): readonly ModuleFile[] {
  const overrides = new Set(listing.overrides);
  const files: ModuleFile[] = [];
  for (const [path, { parsed }] of readings) {
    if (parsed !== undefined) files.push({ parsed, isOverride: overrides.has(path) });
  }
  return files;
}

/** Parses the files that may call modules, and no others. */
function outlineSources(directory: string, { listing, files }: FolderSources): FolderOutline {
  if (isProblem(listing)) return outlineOf(missingFolder(directory, listing));
  const sources: SourceFile[] = [];
  const calling = new Map<string, FileReading>();
  for (const [path, source] of files) {
    if (!(source instanceof SourceFile)) continue;
    sources.push(source);
    if (!mayCallModules(source)) continue;
    const reading = parseSource(source);
    files.set(path, reading);
    calling.set(path, reading);
  }
  // Calls are merged with overrides of the same call, all of which are among these files.
  const module = buildModule(directory, moduleFiles(listing, calling), []);
  return {
    directory,
    exists: true,
    folders: listing.folders,
    diagnostics: [],
    hasConfiguration: files.size > 0,
    sources,
    calls: outlineCalls(module),
  };
}

/** Without the rest of each call, which would keep its syntax. */
function outlineCalls({ calls }: ModuleConfiguration): readonly OutlinedCall[] {
  return Array.from(calls.values(), ({ name, source, sourceExpression }) => ({ name, source, sourceExpression }));
}

/** Whether a text could hold a `module` block: behind the word stands a label, which needs a blank, a quote or a comment before it. */
function mayCallModules({ name, text }: SourceFile): boolean {
  // Names in JSON may be written with escapes.
  return name.endsWith('.json') ? text.includes('module') || text.includes('\\u') : /module[\s"/]/.test(text);
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

function readSource(fileSystem: FileSystem, path: string): SourceFile | FileReading {
  const bytes = fileSystem.read(path);
  if (isProblem(bytes)) {
    const detail = `The file "${path}" could not be read: ${bytes.reason}.`;
    return unusable(path, problem('unreadable-file', 'Failed to read file', detail));
  }
  if (isBinary(bytes)) {
    const detail = `The file "${path}" holds binary data, so it is no configuration. Rename it or remove it.`;
    return unusable(path, problem('binary-file', 'Not a text file', detail));
  }
  return SourceFile.fromBytes(path, bytes);
}

function readingOf(source: SourceFile | FileReading, before: FileReading | undefined): FileReading {
  if (!(source instanceof SourceFile)) return keepIfSame(before, source);
  return before?.parsed !== undefined && before.parsed.file.text === source.text ? before : parseSource(source);
}

function parseSource(file: SourceFile): FileReading {
  const path = file.name;
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
