import type { Diagnostic, Origin, OriginSubject, ParsedFile, Value, WorkBudget } from '@tfwarden/hcl';
import type { Folders } from '../configuration/folders.ts';
import type { FunctionOptions } from '../function/index.ts';
import type { InstalledModules } from '../module/installed-modules.ts';
import type { SkippedFile } from '../source/skipped-file.ts';
import type { ComputeDataSource } from './data-source.ts';
import type { Hop, ModuleInstance, ResourceInstance } from './instance.ts';
import type { Limits } from './limits.ts';

/** A root module opened for reading. Everything is computed when it is first asked for, and once. */
export interface Evaluation {
  readonly root: ModuleInstance;
  /** All module instances, the root first, depth first, in source order of the calls and key order of their instances. */
  modules(): readonly ModuleInstance[];
  /** All resources, data sources and ephemeral resources of all module instances, in that order and source order. */
  resources(): readonly ResourceInstance[];
  /** As `resources()`, of one type; managed ones unless told otherwise. Empty when nothing of the type is declared, at no cost. */
  resourcesOfType(type: string, mode?: ResourceInstance['mode']): readonly ResourceInstance[];
  /** The instance an origin's subject stands for; undefined for variables, missing modules and the like. */
  resourceOf(subject: OriginSubject): ResourceInstance | undefined;
  /**
   * Problems met so far: of reading and declaring, and of what was evaluated until now. Sorted by file and place, without repetition.
   * Read it after the values you need.
   */
  diagnostics(): readonly Diagnostic[];
  /** What could not be looked at, and why. Complete after `modules()`. */
  gaps(): readonly Gap[];
  /** Evaluates an expression as `terraform console` does, in the scope of a module instance (the root unless told otherwise). */
  evaluateExpression(text: string, module?: ModuleInstance): ExpressionResult;
  /** All configuration files that were read for this root, in the order of reading. Complete after `modules()`. */
  files(): readonly ParsedFile[];
  /** Files that look like configuration and were not read. */
  skippedFiles(): readonly SkippedFile[];
  stats(): EvaluationStats;
}

export interface ExpressionResult {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
  /** What unknown parts of the value wait for: variables without a value, resources before apply, missing modules. */
  readonly waitsFor: readonly Origin[];
  /** The places the value comes from; computed when called. */
  explain(): readonly Hop[];
}

/** A part of the configuration that the evaluation does not cover. */
export interface Gap {
  readonly kind: 'missing-module' | 'refused-module' | 'module-limit' | 'unreadable-file' | 'syntax-error';
  /** Address of the module call, or path of the file. */
  readonly name: string;
  readonly diagnostic: Diagnostic;
  /** Of a module that `terraform init` would install: the folder to run it in. */
  readonly initFolder?: string | undefined;
}

export interface EvaluationStats {
  readonly files: number;
  /** Top-level blocks of all distinct folders. */
  readonly blocks: number;
  /** Module instances, the root included. */
  readonly modules: number;
  /** Lengths of all files read, in UTF-16 units. */
  readonly characters: number;
}

export interface OpenOptions {
  /** Parsed folders shared between roots; give the one `findRoots` used. */
  readonly folders?: Folders;
  readonly variables?: VariableInputs;
  /** `terraform.workspace`; `default` unless told. */
  readonly workspace?: string;
  readonly limits?: Partial<Limits>;
  /** The work that may be done, and is taken from; roots that share their folders share the work of `limits` unless told. */
  readonly work?: WorkBudget;
  /**
   * Attributes of data sources that only a user can know, as objects: by full address (`module.a.data.aws_region.current`; without a key for all
   * instances of the block) or for all of a type (`data.aws_region`).
   */
  readonly dataSources?: ReadonlyMap<string, Value>;
  /** Where modules from elsewhere are; what `terraform init` installed unless told otherwise. */
  readonly installedModules?: InstalledModules;
  /** Replaces the built-in computation of data sources. */
  readonly computeDataSource?: ComputeDataSource;
  /** What functions may tell of the machine, the time and secrets: nothing unless told otherwise. */
  readonly functions?: FunctionOptions;
}

/** Values for the variables of the root, in the forms Terraform takes them. */
export interface VariableInputs {
  /** The variables of the environment whose names begin with `TF_VAR_`, without that prefix. */
  readonly environment?: ReadonlyMap<string, string>;
  /** `-var` and `-var-file` in the order of the command line: the later wins. */
  readonly commandLine?: readonly CommandLineVariable[];
}

export type CommandLineVariable =
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  /** A path relative to the boundary. */
  | { readonly kind: 'file'; readonly path: string };
