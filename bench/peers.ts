import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { SIZES, writeEstate } from './estate/write-estate.ts';

/** Runs of each scanner on each folder; they take turns, so that a disturbance meets all alike. */
const RUNS = 5;

/** How each scanner is called, and where its findings are counted in what it prints. None is required: those on PATH take part. */
interface Scanner {
  readonly name: string;
  readonly command: readonly string[];
  readonly version: readonly string[];
  scan(folder: string): readonly string[];
  count(report: string): number | undefined;
}

const SCANNERS: readonly Scanner[] = [
  {
    name: 'tfwarden',
    command: [process.execPath, resolve('packages/tfwarden/bin/tfwarden.cjs')],
    version: ['--version'],
    scan: (folder) => [folder, '-f', 'json'],
    count: (report) => lengthAt(report, ['results']),
  },
  {
    name: 'tfsec',
    command: ['tfsec'],
    version: ['--version'],
    scan: (folder) => [folder, '-f', 'json', '--no-module-downloads', '--force-all-dirs'],
    count: (report) => lengthAt(report, ['results']),
  },
  {
    name: 'trivy',
    command: ['trivy'],
    version: ['--version'],
    scan: (folder) => ['config', '--quiet', '--skip-check-update', '--offline-scan', '-f', 'json', folder],
    count: countTrivy,
  },
  {
    name: 'checkov',
    command: ['checkov'],
    version: ['--version'],
    scan: (folder) => [
      '-d',
      folder,
      '--framework',
      'terraform',
      '-o',
      'json',
      '--quiet',
      '--compact',
      '--skip-download',
    ],
    count: (report) => lengthAt(report, ['results', 'failed_checks']),
  },
  {
    name: 'terrascan',
    command: ['terrascan'],
    version: ['version'],
    scan: (folder) => ['scan', '-i', 'terraform', '-d', folder, '-o', 'json'],
    count: (report) => lengthAt(report, ['results', 'violations']),
  },
  {
    name: 'kics',
    command: ['kics'],
    version: ['version'],
    scan: (folder) => ['scan', '-p', folder, '--type', 'Terraform', '--silent', '--no-progress'],
    count: () => undefined,
  },
];

interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMegabytes: number;
  readonly findings: number | undefined;
}

/** Scans the same folders with every scanner found, and prints one table. Arguments: folders; default: the example and generated estates. */
export async function run(folders: readonly string[]): Promise<void> {
  const present = SCANNERS.filter(({ command }) => spawnSync('which', [command[0] ?? '']).status === 0);
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-peers-'));
  try {
    const generated = join(directory, 'generated');
    writeEstate(generated, SIZES.large);
    console.log(
      `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, medians of ${RUNS} interleaved runs.\n`,
    );
    for (const scanner of present) console.log(`- ${scanner.name}: ${versionOf(scanner)}`);
    console.log('\n| folder | scanner | wall | CPU | peak memory | findings |');
    console.log('|---|---|---:|---:|---:|---:|');
    for (const folder of folders.length > 0 ? folders : ['examples/dynamodb', 'examples/orders', generated]) {
      await compare(folder, folder === generated ? 'the large estate' : folder, present);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(folder: string, title: string, scanners: readonly Scanner[]): Promise<void> {
  const runs = new Map(scanners.map((scanner): [Scanner, Run[]] => [scanner, []]));
  for (let i = 0; i < RUNS; i++) {
    for (const [scanner, results] of runs) results.push(await measure(scanner, folder));
  }
  for (const [scanner, results] of runs) {
    const median = (of: (result: Run) => number): number => results.map(of).toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
    const findings = results[0]?.findings;
    console.log(
      `| ${title} | ${scanner.name} | ${(median((r) => r.wallMs) / 1000).toFixed(2)} s | ${(median((r) => r.cpuMs) / 1000).toFixed(2)} s | ${median((r) => r.peakMegabytes).toFixed(0)} MiB | ${findings ?? '?'} |`,
    );
  }
}

/** One run below GNU time, which says what the process and its children used. */
async function measure(scanner: Scanner, folder: string): Promise<Run> {
  const usageFile = join(tmpdir(), `tfwarden-usage-${process.pid}`);
  const args = ['-o', usageFile, '-f', '%e %U %S %M', ...scanner.command, ...scanner.scan(folder)];
  const child = spawn('/usr/bin/time', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const report = collect(child.stdout);
  await once(child, 'close');
  const numbers = readFileSync(usageFile, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = numbers;
  return {
    wallMs: wall * 1000,
    cpuMs: (user + system) * 1000,
    peakMegabytes: kilobytes / 1024,
    findings: scanner.count(await report),
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

/** Length of the list at a path of keys in a JSON report; undefined where there is none. */
function lengthAt(report: string, path: readonly string[]): number | undefined {
  let node: unknown = parse(report);
  if (Array.isArray(node)) node = node[0];
  for (const key of path) node = isRecord(node) ? node[key] : undefined;
  return Array.isArray(node) ? node.length : undefined;
}

function countTrivy(report: string): number | undefined {
  const parsed = parse(report);
  const results = isRecord(parsed) ? parsed['Results'] : undefined;
  if (!Array.isArray(results)) return undefined;
  return results.reduce((sum: number, result: unknown) => {
    const found = isRecord(result) ? result['Misconfigurations'] : undefined;
    return sum + (Array.isArray(found) ? found.length : 0);
  }, 0);
}

function parse(report: string): unknown {
  try {
    return JSON.parse(report);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
