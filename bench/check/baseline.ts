import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const FILE = 'bench/baseline.json';

export interface Baseline {
  readonly note: string;
  readonly node: string;
  readonly machine: string;
  /** By name of the ratio. */
  readonly ratios: Readonly<Record<string, number>>;
}

export function readBaseline(): Baseline | undefined {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
}

export function writeBaseline(ratios: ReadonlyMap<string, number>): void {
  const sorted = [...ratios].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = {
    note: 'Ratios, never times. Made by `npm run bench:check -- --record`; see docs/contributing/benchmarks.md for when to do that.',
    node: process.version,
    machine: machine(),
    ratios: Object.fromEntries(sorted.map(([name, value]) => [name, Number(value.toPrecision(3))])),
  };
  writeFileSync(FILE, `${JSON.stringify(baseline, undefined, 2)}\n`);
}

export function machine(): string {
  const all = cpus();
  return `${all.length} cores, ${all[0]?.model ?? 'unknown'}`;
}
