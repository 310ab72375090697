import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EstateSize, writeEstate } from './estate/write-estate.ts';
import { bestOf, measureCommand, measureNode } from './measure.ts';

/** Time and peak memory of a scan as the number of modules, and then the number of resources in each, doubles. */
export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-bench-'));
  try {
    const empty = await bestOf(5, () => measureNode(['-e', '0']));
    console.log(`node -e 0: ${empty.cpuMs.toFixed(0)} ms of CPU, ${empty.peakMegabytes.toFixed(0)} MiB\n`);
    console.log('| roots | modules | resources each | source | CPU | wall | peak | CPU, times the row above |');
    console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
    await series(
      directory,
      empty.cpuMs,
      [10, 20, 40, 80, 160].map((modules) => ({ roots: 1, calls: modules, resources: 40 * modules })),
    );
    await series(
      directory,
      empty.cpuMs,
      [20, 40, 80, 160, 320].map((resources) => ({ roots: 1, calls: 20, resources: 20 * resources })),
    );
    await series(
      directory,
      empty.cpuMs,
      [2, 4, 8, 16, 32].map((roots) => ({ roots, calls: 10 * roots, resources: 200 * roots })),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function series(directory: string, emptyCpuMs: number, sizes: readonly EstateSize[]): Promise<void> {
  let previous: number | undefined;
  for (const size of sizes) {
    const { bytes } = writeEstate(directory, size);
    const usage = await bestOf(3, () => measureCommand([directory, '--format', 'json']));
    const own = usage.cpuMs - emptyCpuMs;
    const ratio = previous === undefined ? '' : (own / previous).toFixed(2);
    console.log(
      `| ${size.roots} | ${size.calls} | ${size.resources} | ${(bytes / 1e6).toFixed(2)} MB | ${usage.cpuMs.toFixed(0)} ms | ${usage.wallMs.toFixed(0)} ms | ${usage.peakMegabytes.toFixed(0)} MiB | ${ratio} |`,
    );
    previous = own;
  }
}
