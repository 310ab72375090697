import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { SIZES, writeEstate } from './estate/write-estate.ts';
import { SCANNERS, type Scanner } from './peers/scanners.ts';

/** Runs of each scanner on each folder; they take turns, so that a disturbance meets all alike. */
const RUNS = 5;
/** A scanner that has run so long on a folder is not run on it again. */
const ENOUGH_MS = 90_000;
/** After so many seconds a run is ended. */
const LIMIT_SECONDS = 600;
/** What `timeout` of the GNU core utilities gives then. */
const TIMED_OUT = 124;

interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMegabytes: number;
  readonly findings: number | undefined;
  readonly isFinished: boolean;
}

/**
 * Scans the same folders with every scanner found on PATH, and prints one table.
 * Needs `time` and `timeout` of GNU. Arguments: folders; default: two examples, the small and the large estate.
 */
export async function run(folders: readonly string[]): Promise<void> {
  const present = SCANNERS.filter(({ command }) => spawnSync('which', [command[0] ?? '']).status === 0);
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-peers-'));
  try {
    console.log(
      `${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, load ${loadavg()[0]?.toFixed(1)}; medians of up to ${RUNS} interleaved runs.\n`,
    );
    for (const scanner of present) console.log(`- ${scanner.name}: ${versionOf(scanner)}`);
    console.log('\n| folder | scanner | runs | wall | CPU | peak memory | findings |');
    console.log('|---|---|---:|---:|---:|---:|---:|');
    if (folders.length > 0) {
      for (const folder of folders) await compare(folder, folder, present);
      return;
    }
    for (const folder of ['examples/dynamodb', 'examples/orders']) await compare(folder, folder, present);
    for (const name of ['small', 'large'] as const) {
      const estate = join(directory, name);
      writeEstate(estate, SIZES[name]);
      await compare(estate, `the ${name} estate`, present);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(folder: string, title: string, scanners: readonly Scanner[]): Promise<void> {
  const runs = new Map(scanners.map((scanner): [Scanner, Run[]] => [scanner, []]));
  for (let i = 0; i < RUNS; i++) {
    for (const [scanner, results] of runs) {
      const spent = results.reduce((sum, { wallMs }) => sum + wallMs, 0);
      if (spent < ENOUGH_MS) results.push(await measure(scanner, folder));
    }
  }
  for (const [{ name }, results] of runs) {
    const median = (of: (result: Run) => number): number =>
      results.map(of).toSorted((a, b) => a - b)[results.length >> 1] ?? 0;
    const [first] = results;
    const [wall, cpu] = [median((r) => r.wallMs), median((r) => r.cpuMs)].map((ms) => `${(ms / 1000).toFixed(2)} s`);
    const findings = first?.isFinished === true ? (first.findings ?? '?') : `not done in ${LIMIT_SECONDS} s`;
    console.log(
      `| ${title} | ${name} | ${results.length} | ${wall} | ${cpu} | ${median((r) => r.peakMegabytes).toFixed(0)} MiB | ${findings} |`,
    );
  }
}

/** One run below GNU time, which says what the process and its children used; memory is that of the largest process. */
async function measure(scanner: Scanner, folder: string): Promise<Run> {
  const usageFile = join(tmpdir(), `tfwarden-usage-${process.pid}`);
  const limited = ['timeout', '-k', '5', String(LIMIT_SECONDS), ...scanner.command, ...scanner.scan(folder)];
  const args = ['-o', usageFile, '-f', '%e %U %S %M', ...limited];
  const child = spawn('/usr/bin/time', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const report = collect(child.stdout);
  const [exitCode] = await once(child, 'close');
  const numbers = readFileSync(usageFile, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = numbers;
  return {
    wallMs: wall * 1000,
    cpuMs: (user + system) * 1000,
    peakMegabytes: kilobytes / 1024,
    findings: scanner.count(await report),
    isFinished: exitCode !== TIMED_OUT,
  };
}

async function collect(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

function versionOf({ command, version }: Scanner): string {
  const [program = '', ...args] = command;
  const { stdout, stderr } = spawnSync(program, [...args, ...version], { encoding: 'utf8' });
  return (stdout || stderr).trim().split('\n')[0] ?? '';
}
