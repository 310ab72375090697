import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureCommand, measureNode, type Usage } from './measure.ts';
import { DIMENSIONS, type Dimension, DOUBLINGS } from './scale/dimensions.ts';

/** No cost may grow by more when a size doubles. */
const LIMIT = 2.3;
const RUNS = 3;
/** Below, a ratio says more about the machine than about the program. */
const LEAST: Readonly<Record<Kind, number>> = { cpuMs: 80, wallMs: 80, peakMegabytes: 12 };

type Kind = 'cpuMs' | 'wallMs' | 'peakMegabytes';

interface Cost extends Readonly<Record<Kind, number>> {
  readonly findings: number;
}

const KINDS: readonly Kind[] = ['cpuMs', 'wallMs', 'peakMegabytes'];

/**
 * How time and peak memory of a scan grow as one dimension after the other doubles. Starting is subtracted: a scan of next to nothing that
 * loads the same code. One thread, so that no threads start in the middle of a table.
 * Arguments: words; only dimensions whose name contains one of them are measured.
 */
export async function run(words: readonly string[]): Promise<void> {
  const chosen = DIMENSIONS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-scale-'));
  const tooMuch: string[] = [];
  try {
    for (const dimension of chosen) tooMuch.push(...(await series(directory, dimension)));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  if (tooMuch.length === 0) {
    console.log(`\nEverything grows at most ${LIMIT} times when a size doubles.`);
    return;
  }
  console.log(`\nMore than ${LIMIT} times:\n\n${tooMuch.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
}

/** Measures and prints one table; @returns a line for each ratio above the limit. */
async function series(directory: string, dimension: Dimension): Promise<readonly string[]> {
  const fixed = await measureSize(directory, dimension, dimension.fixed);
  console.log(`\n### ${dimension.name}\n\nStarting: ${cells(fixed).join(', ')}.\n`);
  console.log('| size | findings | CPU | times | wall | times | memory | times |');
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
  const tooMuch: string[] = [];
  let previous: Readonly<Record<Kind, number>> | undefined;
  for (let doubling = 0; doubling <= DOUBLINGS; doubling++) {
    const size = dimension.first * 2 ** doubling;
    const usage = await measureSize(directory, dimension, size);
    const own = {
      cpuMs: usage.cpuMs - fixed.cpuMs,
      wallMs: usage.wallMs - fixed.wallMs,
      peakMegabytes: usage.peakMegabytes - fixed.peakMegabytes,
    };
    const columns = [String(size), String(usage.findings)];
    for (const [index, kind] of KINDS.entries()) {
      const before = previous?.[kind];
      const ratio = before === undefined || before < LEAST[kind] ? undefined : own[kind] / before;
      const isTooMuch = ratio !== undefined && ratio > LIMIT;
      columns.push(cells(own)[index] ?? '', ratio === undefined ? '' : `${ratio.toFixed(2)}${isTooMuch ? ' (!)' : ''}`);
      if (isTooMuch) tooMuch.push(`${dimension.name}, ${size / 2} to ${size}: ${kind} ${ratio.toFixed(2)} times`);
    }
    console.log(`| ${columns.join(' | ')} |`);
    previous = own;
  }
  return tooMuch;
}

/** The least of several runs, for each kind on its own: what other programs did in between counts least. */
async function measureSize(directory: string, { write, instead }: Dimension, size: number): Promise<Cost> {
  rmSync(directory, { recursive: true, force: true });
  write(directory, size);
  const runs: Usage[] = [];
  for (let i = 0; i < RUNS; i++) {
    runs.push(
      await (instead === undefined
        ? measureCommand([directory, '--format', 'json', '--single-thread'])
        : measureNode([process.argv[1] ?? '', ...instead(size)])),
    );
  }
  const least = (kind: Kind): number => Math.min(...runs.map((usage) => usage[kind]));
  const [first] = runs;
  return {
    cpuMs: least('cpuMs'),
    wallMs: least('wallMs'),
    peakMegabytes: least('peakMegabytes'),
    findings: first === undefined ? Number.NaN : findingsIn(first),
  };
}

function cells({ cpuMs, wallMs, peakMegabytes }: Readonly<Record<Kind, number>>): readonly string[] {
  return [`${cpuMs.toFixed(0)} ms`, `${wallMs.toFixed(0)} ms`, `${peakMegabytes.toFixed(0)} MiB`];
}

/** The number of findings that a JSON report counts. */
function findingsIn({ stdout }: Usage): number {
  const report: { readonly summary?: { readonly counts?: { readonly failed?: number } } } = JSON.parse(stdout);
  return report.summary?.counts?.failed ?? Number.NaN;
}
