import { type FileSystem, isProblem, LIMITS, outlineOf } from '@tfwarden/terraform';
import { availableCores } from '../../node/available-cores.ts';
import type { DiskFileSystem, ShownLinks } from '../../node/disk-file-system.ts';
import { shortValue } from '../../report/chain.ts';
import { createPacker, type Packer, type ShownParts } from '../../scan/packed/pack-report.ts';
import type { PackedReport } from '../../scan/packed/packed-report.ts';
import { scanInOrder } from '../../scan/packed/scan-in-order.ts';
import { scanPacked } from '../../scan/packed/scan-packed.ts';
import { unpackReports } from '../../scan/packed/unpack-reports.ts';
import type { OnProgress, ScanRoots } from '../../scan/scan.ts';
import { failedRoot, type RootContext } from '../../scan/scan-root.ts';
import type { Invocation } from '../run.ts';
import { threadsFor } from './choose-threads.ts';
import { type Crew, createCrew } from './crew.ts';

/** A scan whose roots are shared out to threads. */
export interface ScanThreads {
  /** The file system of the scan, which counts what is read: workers prepare themselves while roots are still looked for. */
  readonly fileSystem: FileSystem;
  readonly scanRoots: ScanRoots;
}

/**
 * Scans with several threads where that is worth it. The reports are the same however many there are.
 * @param threads  how many, this one included; undefined for as many as there are cores and work
 * @param shown    what is shown of findings
 */
export function scanThreads(
  invocation: Invocation,
  fileSystem: DiskFileSystem,
  threads: number | undefined,
  shown: ShownParts,
): ScanThreads {
  const script = invocation.io.workerScript;
  const reports = new Map<number, PackedReport>();
  const keep = (index: number, report: PackedReport): void => void reports.set(index, report);
  let crew: Crew | undefined;
  let isScanning = false;
  let cores: number | undefined;

  function grow(bytes: number): void {
    if (script === undefined || isScanning || (threads ?? threadsFor(bytes)) < 2) return;
    cores ??= availableCores();
    const wanted = threads ?? threadsFor(bytes, cores);
    if (wanted < 2) return;
    crew ??= createCrew(invocation, script, (threads ?? threadsFor(Infinity, cores)) - 1, shown, keep);
    crew.growTo(wanted - 1);
  }

  return {
    fileSystem: countReading(fileSystem, grow),
    async scanRoots(directories, context, tellProgress) {
      isScanning = true;
      const links = fileSystem.shownLinks();
      const onProgress: OnProgress = async (done, total, directory) => {
        // A root lists what it would as the only one.
        fileSystem.showLinks(links);
        await tellProgress(done, total, directory);
      };
      const newPacker = (): Packer => createPacker(context, shown, shortValue);
      const inOrder = (packer: Packer): Promise<readonly PackedReport[]> =>
        scanInOrder(directories, context, reports, packer, newPacker, onProgress);
      try {
        const packer = newPacker();
        if (crew !== undefined && script !== undefined && directories.length > 1) {
          const scan: SharedScan = { directories, links, context, packer, reports, onProgress };
          await scanTogether(crew, scan);
          for (const [index, error] of crew.lost) {
            await scanAlone(createCrew(invocation, script, 1, shown, keep), index, error, scan);
          }
        }
        const unpacked = await unpackReports(await inOrder(packer), context);
        if (unpacked !== undefined) return unpacked;
        // Files were changed while they were scanned: as this thread knows them, they make one whole.
        reports.clear();
        return (await unpackReports(await inOrder(newPacker()), context)) ?? [];
      } finally {
        crew?.stop();
      }
    },
  };
}

interface SharedScan {
  readonly directories: readonly string[];
  readonly links: ShownLinks;
  readonly context: RootContext;
  readonly packer: Packer;
  /** By index of the root. */
  readonly reports: Map<number, PackedReport>;
  /** Called before each root. */
  readonly onProgress: OnProgress;
}

/** This thread scans as the others do. */
async function scanTogether(crew: Crew, scan: SharedScan): Promise<void> {
  const { directories, links, context, packer, reports, onProgress } = scan;
  crew.begin({ directories, order: largestFirst(directories, context), links });
  let spent = 0;
  for (let index = crew.take(); index !== undefined && spent <= LIMITS.work; index = crew.take()) {
    const directory = directories[index] ?? '.';
    await onProgress(reports.size, directories.length, directory);
    const work = { left: LIMITS.work, isReported: false };
    const report = await scanPacked(directory, index, { ...context, work }, packer);
    reports.set(index, report);
    spent += report.work;
    // Lets messages of the workers in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await waitFor(crew, scan);
}

async function waitFor(crew: Crew, { directories, reports, onProgress }: SharedScan): Promise<void> {
  for (;;) {
    const change = crew.change();
    if (!crew.isBusy()) return;
    const pending = directories.find((_, index) => !reports.has(index));
    if (pending !== undefined) await onProgress(reports.size, directories.length, pending);
    await change;
  }
}

/** A second try, in a thread of its own, of a root whose thread ended. When that one ends too, the root is at fault. */
async function scanAlone(crew: Crew, index: number, error: Error, scan: SharedScan): Promise<void> {
  const { directories, links, packer, reports } = scan;
  crew.growTo(1);
  crew.begin({ directories, order: [index], links });
  await waitFor(crew, scan);
  if (crew.lost.has(index)) reports.set(index, packer(failedRoot(directories[index] ?? '.', error, 0), index));
}

/** Roots with much code of their own begin early, so that none is left when the other threads are done. */
function largestFirst(directories: readonly string[], { folders }: RootContext): readonly number[] {
  const sizes = directories.map((directory) => {
    const { sources } = folders.outline?.(directory) ?? outlineOf(folders.load(directory));
    return sources.reduce((sum, { text }) => sum + text.length, 0);
  });
  return [...directories.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

/** @param onRead  told how many bytes have been read */
function countReading(fileSystem: FileSystem, onRead: (bytes: number) => void): FileSystem {
  let bytes = 0;
  return {
    list: (path) => fileSystem.list(path),
    stat: (path) => fileSystem.stat(path),
    read(path) {
      const content = fileSystem.read(path);
      if (!isProblem(content)) onRead((bytes += content.length));
      return content;
    },
  };
}
