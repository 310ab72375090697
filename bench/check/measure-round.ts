import { measureCommand, measureNode, type Usage } from '../measure.ts';
import type { Round } from './ratios.ts';
import type { Costs } from './workloads.ts';

/** Estates on disk that the rounds scan. */
export interface Estates {
  readonly whole: string;
  readonly half: string;
  /** One that may be edited. */
  readonly edited: string;
  readonly bytesOfWhole: number;
}

/** Starts of each kind in a round; they take turns. */
const STARTS = 5;

/** Measures everything once, in processes of their own, one after the other. */
export async function measureRound({ whole, half, edited, bytesOfWhole }: Estates): Promise<Round> {
  const [empty, version, example]: [Usage[], Usage[], Usage[]] = [[], [], []];
  for (let i = 0; i < STARTS; i++) {
    empty.push(await measureNode(['-e', '0']));
    version.push(await measureCommand(['--version']));
    example.push(await measureCommand(['examples/dynamodb']));
  }
  const before = await measureWorkload('calibration', '');
  const costs = {
    ...(await measureWorkload('parse', '')),
    ...(await measureWorkload('evaluate', '')),
    ...(await measureWorkload('judge', '')),
    ...(await measureWorkload('edit', edited)),
  };
  const ofHalf = await measureCommand([half, '--format', 'json', '--single-thread']);
  const ofWhole = await measureCommand([whole, '--format', 'json', '--single-thread']);
  // Twice, as other programs may come and go in between.
  const after = await measureWorkload('calibration', '');
  return {
    empty: medianCpu(empty),
    version: medianCpu(version),
    example: medianCpu(example),
    calibration: (cost(before, 'calibration') + cost(after, 'calibration')) / 2,
    parse: cost(costs, 'parse'),
    evaluate: cost(costs, 'evaluate'),
    judge: cost(costs, 'judge'),
    full: cost(costs, 'full'),
    edit: cost(costs, 'edit'),
    half: ofHalf.cpuMs,
    whole: ofWhole.cpuMs,
    memory: ((ofWhole.peakMegabytes - (empty[0]?.peakMegabytes ?? 0)) * 2 ** 20) / bytesOfWhole,
  };
}

async function measureWorkload(name: string, directory: string): Promise<Costs> {
  const { stdout, exitCode } = await measureNode([process.argv[1] ?? '', 'check', '--workload', name, directory]);
  if (exitCode !== 0) throw new Error(`the workload ${name} ended with exit code ${exitCode}`);
  return JSON.parse(stdout);
}

function cost(costs: Costs, name: string): number {
  const value = costs[name];
  if (value === undefined) throw new Error(`nothing measured ${name}`);
  return value;
}

function medianCpu(usages: readonly Usage[]): number {
  return median(usages.map(({ cpuMs }) => cpuMs));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
