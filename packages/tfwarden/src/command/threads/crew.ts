import { startWorker, type WorkerHandle } from '../../node/start-worker.ts';
import type { ShownParts } from '../../scan/packed/pack-report.ts';
import type { PackedReport } from '../../scan/packed/packed-report.ts';
import type { Invocation } from '../run.ts';
import { Claims } from './claims.ts';
import type { RootsToScan, WorkerInput, WorkerMessage } from './thread-messages.ts';

/** The workers of one scan. */
export interface Crew {
  /** Starts workers until there are so many, or as many as there may be. They prepare themselves until `begin`; none starts after it. */
  growTo(count: number): void;
  /** Tells the workers, once, which roots there are. */
  begin(roots: RootsToScan): void;
  /** The next root for the caller to scan itself, or undefined when all are taken. */
  take(): number | undefined;
  /** Whether a worker is still there. */
  isBusy(): boolean;
  /** Resolved when the next report has come, or a worker has ended. */
  change(): Promise<void>;
  /** Roots whose worker ended while it scanned them, and why. */
  readonly lost: ReadonlyMap<number, Error>;
  /** Ends all workers. */
  stop(): void;
}

/**
 * @param most      how many workers there may be
 * @param onReport  takes the report of a root
 */
export function createCrew(
  invocation: Invocation,
  script: string | URL,
  most: number,
  shown: ShownParts,
  onReport: (index: number, report: PackedReport) => void,
): Crew {
  const { args, io } = invocation;
  const claims = new Claims(most);
  const workers: WorkerHandle<RootsToScan>[] = [];
  const lost = new Map<number, Error>();
  const done = new Set<number>();
  let order: readonly number[] | undefined;
  let ended = 0;
  let tellChange: (() => void) | undefined;

  function start(number: number): WorkerHandle<RootsToScan> {
    const now = io.now().getTime();
    const input: WorkerInput = { args, cwd: io.cwd, env: { ...io.env }, now, shown, number, claims: claims.buffer };
    return startWorker<RootsToScan, WorkerMessage>(script, input, {
      onMessage({ index, report }) {
        done.add(index);
        onReport(index, report);
        tellChange?.();
      },
      onEnd(problem) {
        ended++;
        const index = claims.takenBy(number);
        if (index !== undefined && !done.has(index)) lost.set(index, problem ?? new Error('a thread ended early'));
        tellChange?.();
      },
    });
  }

  return {
    lost,
    growTo(count) {
      const wanted = order === undefined ? Math.min(count, most) : 0;
      while (workers.length < wanted) workers.push(start(workers.length));
    },
    begin(roots) {
      ({ order } = roots);
      for (const worker of workers) worker.send(roots);
    },
    take: () => claims.take(order ?? []),
    isBusy: () => ended < workers.length,
    change: () =>
      new Promise((resolve) => {
        tellChange = resolve;
      }),
    stop() {
      for (const worker of workers) worker.stop();
    },
  };
}
