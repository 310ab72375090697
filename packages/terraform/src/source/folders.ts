import type { AnyBody, Diagnostic, ParsedFile } from '@tfwarden/hcl';
import type { ModuleConfiguration } from '../configuration/module-configuration.ts';
import type { SkippedFile } from '../evaluate/evaluation.ts';
import type { FileSystem } from './file-system.ts';

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
  readonly files: readonly ParsedFile<AnyBody>[];
  readonly module: ModuleConfiguration;
  /** Problems of listing, parsing and declaring. */
  readonly diagnostics: readonly Diagnostic[];
  readonly skipped: readonly SkippedFile[];
}
