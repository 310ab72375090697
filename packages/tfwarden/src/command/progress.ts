import type { Io } from './io.ts';

/** Nothing is shown of a run that is shorter. */
const SHOW_AFTER_MS = 500;

/**
 * One line on a terminal that says how far a long scan is; silent in pipes. The scan keeps the process busy, so there is no room for a spinner
 * that turns by itself.
 */
export interface Progress {
  show(done: number, total: number, what: string): void;
  /** Takes the line away. */
  end(): void;
}

export function createProgress(io: Io, isOff: boolean): Progress {
  const { stderr } = io;
  if (isOff || !stderr.isTerminal || io.env['CI'] !== undefined) return { show: () => undefined, end: () => undefined };
  const start = io.now().getTime();
  const width = stderr.columns ?? 80;
  let isShown = false;
  return {
    show(done, total, what) {
      if (io.now().getTime() - start < SHOW_AFTER_MS) return;
      isShown = true;
      stderr.write(`\r\u001b[K${`scanning ${done + 1} of ${total}: ${what}`.slice(0, width - 1)}`);
    },
    end() {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
