import type { ShownLinks } from '../../node/disk-file-system.ts';
import type { ShownParts } from '../../scan/packed/pack-report.ts';
import type { PackedReport } from '../../scan/packed/packed-report.ts';

/** What a worker is started with: enough to prepare the same scan by itself, so that nothing with functions in it needs to be sent. */
export interface WorkerInput {
  /** Of the command line. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The moment of the run, in milliseconds since 1970. */
  readonly now: number;
  readonly shown: ShownParts;
  /** Which of the workers it is, from 0. */
  readonly number: number;
  /** See `Claims`. */
  readonly claims: SharedArrayBuffer;
}

/** What a worker is told, once. */
export interface RootsToScan {
  /** All roots of the scan. */
  readonly directories: readonly string[];
  /** Indexes of those to scan, in the order in which they are claimed. */
  readonly order: readonly number[];
  /** Links to folders that were shown while roots were looked for. */
  readonly links: ShownLinks;
}

/** A root is done. A worker that has no more to do ends. */
export interface WorkerMessage {
  readonly index: number;
  readonly report: PackedReport;
}
