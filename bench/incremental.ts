import { fail } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createScanner, DEFAULT_SETTINGS, type ScanResult, scan } from 'tfwarden';
import { diskFileSystem } from '../packages/tfwarden/src/node/disk-file-system.ts';
import { SIZES, writeEstate } from './estate/write-estate.ts';

/** One way to edit the estate: a file and what is replaced in it; the edit is made and taken back in turn. */
interface Edit {
  readonly name: string;
  readonly path: string;
  readonly from: RegExp | 'end';
  readonly to: string;
}

const TABLE = '\nresource "aws_dynamodb_table" "added_by_hand" {\n  name     = "added"\n  hash_key = "id"\n}\n';

const EDITS: readonly Edit[] = [
  {
    name: "(a) a root's own file",
    path: 'live/production/orders/storage.tf',
    from: /(?<=point_in_time_recovery \{\s+enabled = )true/,
    to: 'false',
  },
  {
    name: '(b) a module that 44 roots call',
    path: 'modules/aws/network-32/main.tf',
    from: /(?<=internal +)= true/,
    to: '= false',
  },
  {
    name: '(c) a tfvars file',
    path: 'live/production/orders/terraform.tfvars',
    from: /10\.8\.0\.0\/16/,
    to: '0.0.0.0/0',
  },
  { name: '(d) a resource more or less', path: 'live/production/orders/storage.tf', from: 'end', to: TABLE },
  {
    name: '(e) a module in the middle',
    path: 'modules/aws/identity-31/main.tf',
    from: /"137"/,
    to: '"138"',
  },
  {
    name: '(f) a module below that one, called by roots too',
    path: 'modules/aws/storage-30/main.tf',
    from: /= true\n/,
    to: '= false\n',
  },
];

/**
 * Times of scanning again after one file of the large estate was edited: `npm run bench -- incremental [small | medium | large] [times]`.
 * With `--check` each result is compared with a fresh scan.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [name = 'large', times = '10'] = args.filter((arg) => !arg.startsWith('--'));
  const size = Object.entries(SIZES).find(([known]) => known === name)?.[1] ?? fail(`no such size: ${name}`);
  const directory = resolve('.cache/bench/incremental');
  const { files, bytes } = writeEstate(directory, size);
  const scanner = createScanner(diskFileSystem(directory), ['.'], { settings: DEFAULT_SETTINGS });
  const { result: first, cpuMs } = await measure(() => scanner.scan());
  console.log(
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${first.roots.length} roots; first scan ${round(cpuMs)} ms CPU`,
  );
  const unchanged = await measureTimes(Number(times), () => scanner.scan([]));
  console.log(`${'nothing changed'.padEnd(52)} ${describe(unchanged)}`);
  for (const edit of EDITS) {
    const path = join(directory, edit.path);
    const before = readFileSync(path, 'utf8');
    const after = edit.from === 'end' ? before + edit.to : before.replace(edit.from, edit.to);
    if (after === before) fail(`${edit.path} does not hold ${edit.from}`);
    let isEdited = false;
    const found = new Set<number>();
    const measured = await measureTimes(Number(times), async () => {
      isEdited = !isEdited;
      writeFileSync(path, isEdited ? after : before);
      const result = await scanner.scan([edit.path]);
      found.add(result.counts.failed);
      if (args.includes('--check')) await compare(result, directory);
    });
    writeFileSync(path, before);
    await scanner.scan([edit.path]);
    console.log(`${edit.name.padEnd(52)} ${describe(measured)}  ${[...found].join(' and ')} findings`);
  }
  const memory = process.memoryUsage();
  console.log(`resident ${round(memory.rss / 2 ** 20)} MiB, heap ${round(memory.heapUsed / 2 ** 20)} MiB`);
}

async function compare(result: ScanResult, directory: string): Promise<void> {
  const fresh = await scan(diskFileSystem(directory), ['.'], { settings: DEFAULT_SETTINGS });
  if (summary(result) !== summary(fresh)) fail('the result differs from that of a fresh scan');
}

function summary({ findings, counts, diagnostics }: ScanResult): string {
  const lines = findings.map(({ rule, status, finding: { message, range } }) => [
    rule.id,
    status,
    message,
    range.file.name,
    range.start,
  ]);
  return JSON.stringify([lines, counts, diagnostics.map(({ code, detail }) => [code, detail])]);
}

interface Measured {
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
}

async function measureTimes(times: number, work: () => Promise<unknown>): Promise<Measured> {
  const wallMs: number[] = [];
  const cpuMs: number[] = [];
  for (let i = 0; i < times; i++) {
    const measured = await measure(work);
    wallMs.push(measured.wallMs);
    cpuMs.push(measured.cpuMs);
  }
  return { wallMs, cpuMs };
}

async function measure<R>(work: () => Promise<R>): Promise<{ result: R; wallMs: number; cpuMs: number }> {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const result = await work();
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wallMs, cpuMs: (user + system) / 1000 };
}

function describe({ wallMs, cpuMs }: Measured): string {
  return `wall best ${round(Math.min(...wallMs))} median ${round(median(wallMs))} ms, CPU best ${round(Math.min(...cpuMs))} median ${round(median(cpuMs))} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function round(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
