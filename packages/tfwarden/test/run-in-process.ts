import { vi } from 'vitest';
import type { Io } from '../src/command/io.ts';
import { run } from '../src/command/run.ts';

// The first run of a process loads the engine, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

export interface RunOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  readonly isTerminal?: boolean;
  /** The bundled script of a worker thread; without it there is one thread. */
  readonly workerScript?: string;
}

/** Runs the command line in this process, with everything it writes kept. */
export async function runInProcess(args: readonly string[], options: RunOptions): Promise<RunOutcome> {
  let stdout = '';
  let stderr = '';
  const isTerminal = options.isTerminal ?? false;
  const io: Io = {
    cwd: options.cwd,
    env: options.env ?? {},
    stdout: { write: (text) => void (stdout += text), isTerminal, columns: isTerminal ? 100 : undefined },
    stderr: { write: (text) => void (stderr += text), isTerminal: false, columns: undefined },
    readInput: () => options.input ?? '',
    now: () => new Date(`${options.today ?? '2026-11-22'}T12:00:00Z`),
    workerScript: options.workerScript,
  };
  const code = await run(args, io);
  return { code, stdout, stderr };
}
