/** Everything a run has to do with the outside, so that tests run the command in their own process. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The report, and nothing else. */
  readonly stdout: OutputStream;
  /** Problems, hints and progress. */
  readonly stderr: OutputStream;
  /** All of standard input, as text. */
  readInput(): string;
  /** The present moment: for the expiry of ignores and excludes only. */
  now(): Date;
  /** The script of a worker thread, `scan-worker.ts` bundled; without it everything is done in one thread. */
  readonly workerScript?: string | URL | undefined;
}

export interface OutputStream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width in cells; undefined when it is not a terminal. */
  readonly columns: number | undefined;
}
