import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { packageFolder, programName, thisPlatform } from '../tools/executable/platform.ts';

/** They take turns, so that a disturbance meets all alike. */
const RUNS = 31;
const platform = thisPlatform();
const EXECUTABLE = resolve(packageFolder(platform), programName(platform));
const COMMAND = [process.execPath, resolve('packages/tfwarden/bin/tfwarden.cjs')];

const MEASURED: readonly (readonly [title: string, command: readonly string[]])[] = [
  ['`node -e 0`', [process.execPath, '-e', '0']],
  ...['--version', '--help', '--no-such-flag', 'examples/dynamodb', 'examples/orders'].flatMap(
    (argument): [string, readonly string[]][] => [
      [`executable \`${argument}\``, [EXECUTABLE, argument]],
      [`on Node \`${argument}\``, [...COMMAND, argument]],
    ],
  ),
];

/** The standalone executable beside the command on Node. Needs `npm run build:executable`, bash, and GNU `time` for memory. */
export function run(): void {
  const loadBefore = load();
  const results = MEASURED.map(() => ({ wallMs: [] as number[], cpuMs: [] as number[] }));
  for (let i = 0; i < RUNS; i++) {
    for (const [at, [, command]] of MEASURED.entries()) {
      results[at]?.wallMs.push(measureWall(command));
      results[at]?.cpuMs.push(measureCpu(command));
    }
  }
  console.log(`${cpus().length} cores, load ${loadBefore} before and ${load()} after, ${RUNS} interleaved runs.\n`);
  console.log('| | wall, best | wall, median | CPU, best | CPU, median | peak memory |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const [at, [title, command]] of MEASURED.entries()) {
    const { wallMs = [], cpuMs = [] } = results[at] ?? {};
    const cells = [wallMs, cpuMs].flatMap((times) => {
      const sorted = times.toSorted((a, b) => a - b);
      return [sorted[0], sorted[sorted.length >> 1]].map((ms) => `${ms?.toFixed(0)} ms`);
    });
    console.log(`| ${title} | ${cells.join(' | ')} | ${measurePeak(command)} |`);
  }
}

/** How many processes wanted a core in the last minute. */
function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}

/** Milliseconds from spawn to exit. */
function measureWall([file = '', ...args]: readonly string[]): number {
  const started = process.hrtime.bigint();
  const { error } = spawnSync(file, args, { stdio: 'ignore' });
  if (error !== undefined) throw error;
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** User and system time in milliseconds: bash says it of its children on the second line of `times`. */
function measureCpu(command: readonly string[]): number {
  const { stdout } = spawnSync('bash', ['-c', '"$@" >/dev/null 2>&1; times', 'bash', ...command], { encoding: 'utf8' });
  const [, ofChildren = ''] = stdout.split('\n');
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

function measurePeak(command: readonly string[]): string {
  const { stderr } = spawnSync('time', ['-f', 'peak %M', ...command], { encoding: 'utf8' });
  const [, kilobytes] = /^peak (\d+)$/m.exec(stderr ?? '') ?? [];
  return kilobytes === undefined ? '?' : `${(Number(kilobytes) / 1024).toFixed(0)} MiB`;
}
