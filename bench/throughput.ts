import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIZES, writeEstate } from './estate/write-estate.ts';
import { bestOf, measureCommand } from './measure.ts';

const RUNS = 5;

/** Megabytes of Terraform that a second of a whole scan reads, from start to exit, and the memory it takes: on one core, and on all. */
export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-throughput-'));
  try {
    const estates = (['small', 'medium', 'large'] as const).map((name) => {
      const estate = join(directory, name);
      writeEstate(estate, SIZES[name]);
      return { title: `the ${name} estate`, folder: estate };
    });
    console.log(
      '| folder | Terraform | threads | CPU | wall | MB for a second of CPU | MB for a second | peak memory |',
    );
    console.log('|---|---:|---|---:|---:|---:|---:|---:|');
    for (const { title, folder } of [{ title: 'all examples', folder: 'examples' }, ...estates]) {
      const megabytes = bytesIn(folder) / 1e6;
      for (const threads of [['--single-thread'], []]) {
        const { cpuMs, wallMs, peakMegabytes } = await bestOf(RUNS, () =>
          measureCommand([folder, '--format', 'json', ...threads]),
        );
        const speeds = [cpuMs, wallMs].map((ms) => (megabytes / (ms / 1000)).toFixed(1));
        console.log(
          `| ${title} | ${megabytes.toFixed(2)} MB | ${threads.length > 0 ? 'one' : 'all'} | ${cpuMs.toFixed(0)} ms | ${wallMs.toFixed(0)} ms | ${speeds.join(' | ')} | ${peakMegabytes.toFixed(0)} MiB |`,
        );
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Bytes of the configuration below a folder. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tf|tofu|tfvars)(\.json)?$/.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
