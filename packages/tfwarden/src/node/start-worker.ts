import type { ResourceLimits, Worker } from 'node:worker_threads';

export interface WorkerHandle<I> {
  /** Gives it work; from then on the process waits for the thread. */
  send(message: I): void;
  /** Ends the thread wherever it is. */
  stop(): void;
}

export interface WorkerEvents<O> {
  onMessage(message: O): void;
  /** The thread is gone. @param problem  why, when it did not end by itself */
  onEnd(problem: Error | undefined): void;
}

/** Space for young objects, in megabytes: a third of what Node takes gives each thread less memory and is as fast, measured on the large estate. */
const YOUNG_GENERATION_MB = 16;

/**
 * Starts a thread; one that cannot be started ends, like any other. Messages are not checked: the script is ours.
 * @param script      absolute path or URL
 * @param workerData  what the script is started with
 */
export function startWorker<I, O>(script: string | URL, workerData: unknown, events: WorkerEvents<O>): WorkerHandle<I> {
  const resourceLimits: ResourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
  let worker: Worker;
  try {
    // Most scans start none, and loading the module takes longer than reading a small configuration.
    const threads = process.getBuiltinModule('node:worker_threads');
    // With the same arguments, so that bin/engine.cjs chooses the same code cache.
    worker = new threads.Worker(script, { workerData, resourceLimits, argv: process.argv.slice(2) });
  } catch (error) {
    queueMicrotask(() => events.onEnd(toError(error)));
    return { send: () => undefined, stop: () => undefined };
  }
  worker.unref();
  let problem: Error | undefined;
  worker.on('message', (message: O) => events.onMessage(message));
  worker.on('error', (error) => {
    problem = toError(error);
  });
  worker.on('exit', (code) =>
    events.onEnd(problem ?? (code === 0 ? undefined : new Error(`a thread ended with ${code}`))),
  );
  return {
    send(message) {
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is a thread, not a window
      worker.postMessage(message);
    },
    stop: () => void worker.terminate(),
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
