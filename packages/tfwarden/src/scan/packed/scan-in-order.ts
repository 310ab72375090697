import type { OnProgress } from '../scan.ts';
import type { RootContext } from '../scan-root.ts';
import type { Packer } from './pack-report.ts';
import type { PackedReport } from './packed-report.ts';
import { scanPacked } from './scan-packed.ts';

/**
 * Scans roots one after the other, each with the work that those before it left, and keeps of each what is shown of it.
 * @param ready      reports by index that were made with all the work that there is; they are taken as long as they did not need more than is left
 * @param packer     of the reports that are made here before the work runs out
 * @param newPacker  one that knows of no report
 */
export async function scanInOrder(
  directories: readonly string[],
  context: RootContext,
  ready: ReadonlyMap<number, PackedReport>,
  packer: Packer,
  newPacker: () => Packer,
  onProgress: OnProgress,
): Promise<readonly PackedReport[]> {
  const reports: PackedReport[] = [];
  let { left, isReported } = context.work;
  let pack = packer;
  let isReady = ready.size > 0;
  for (const [index, directory] of directories.entries()) {
    const made = isReady ? ready.get(index) : undefined;
    if (made !== undefined && (made.work === 0 || made.work <= left)) {
      reports.push(made);
      left -= made.work;
      continue;
    }
    if (made !== undefined) {
      // What is first among the reports from here on may not be first among those that were made.
      isReady = false;
      pack = newPacker();
    }
    await onProgress(index, directories.length, directory);
    const work = { left, isReported };
    const report = await scanPacked(directory, index, { ...context, work }, pack);
    reports.push(report);
    left -= report.work;
    ({ isReported } = work);
  }
  return reports;
}
