import type { Flag } from './flag.ts';

/** One sub-command, as data for the parser and the help. The code that runs it is found by name in `engine.ts`, which is loaded late. */
export interface Command {
  /** Empty for the scan. */
  readonly name: CommandName;
  /** What stands behind the name: `[path...]`. */
  readonly arguments: string;
  readonly summary: string;
  /** A paragraph for the command's own help. */
  readonly about: string;
  readonly flags: readonly Flag[];
  readonly minArguments: number;
  readonly maxArguments: number;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly line: string;
  readonly about: string;
}

export type CommandName =
  | ''
  | 'explain'
  | 'checks'
  | 'fix'
  | 'roots'
  | 'eval'
  | 'fmt'
  | 'custom'
  | 'ignores'
  | 'config'
  | 'help';
