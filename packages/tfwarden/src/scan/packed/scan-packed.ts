import { type RootContext, scanRoot } from '../scan-root.ts';
import type { Packer } from './pack-report.ts';
import type { PackedReport } from './packed-report.ts';

/** So many characters of parsed configuration are kept from root to root: the modules that most roots call, and little of what one root has for itself. */
const KEPT_CHARACTERS = 2_000_000;

/** Scans one root and keeps of it what is shown. @param index  its place among all roots */
export async function scanPacked(
  directory: string,
  index: number,
  context: RootContext,
  packer: Packer,
): Promise<PackedReport> {
  const report = packer(await scanRoot(directory, context), index);
  context.folders.trim?.(KEPT_CHARACTERS);
  return report;
}
