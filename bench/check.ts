import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Baseline, machine, readBaseline, writeBaseline } from './check/baseline.ts';
import { type Estates, measureRound, median } from './check/measure-round.ts';
import { RATIOS, type Ratio, type Round } from './check/ratios.ts';
import { WORKLOADS } from './check/workloads.ts';
import { SIZES, writeEstate } from './estate/write-estate.ts';

/** An odd number, for the medians. */
const ROUNDS = 5;

interface Outcome {
  readonly ratio: Ratio;
  readonly now: number;
  /** Half of what the rounds differ by, as a share. */
  readonly spread: number;
  readonly recorded: number | undefined;
}

/**
 * Compares ratios of costs with `bench/baseline.json`: `npm run bench:check`. Exit code 1 when one has grown by more than its tolerance.
 * `--record` writes the baseline instead.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [flag, name = '', directory = ''] = args;
  if (flag === '--workload') {
    const work = WORKLOADS[name];
    if (work === undefined) throw new Error(`no workload ${name}`);
    console.log(JSON.stringify(await work(directory)));
    return;
  }
  const baseline = readBaseline();
  const rounds = await measureRounds();
  const outcomes = RATIOS.map((ratio): Outcome => {
    const values = rounds.map(ratio.of);
    const now = median(values);
    const spread = (Math.max(...values) - Math.min(...values)) / 2 / now;
    return { ratio, now, spread, recorded: baseline?.ratios[ratio.name] };
  });
  if (args.includes('--record')) {
    print(outcomes, undefined);
    writeBaseline(new Map(outcomes.map(({ ratio, now }) => [ratio.name, now])));
    return;
  }
  if (baseline === undefined) throw new Error('there is no bench/baseline.json: npm run bench:check -- --record');
  print(outcomes, baseline);
  report(outcomes);
}

async function measureRounds(): Promise<readonly Round[]> {
  const directory = mkdtempSync(join(tmpdir(), 'tfwarden-check-'));
  try {
    const estates: Estates = {
      whole: join(directory, 'whole'),
      half: join(directory, 'half'),
      edited: join(directory, 'edited'),
      bytesOfWhole: writeEstate(join(directory, 'whole'), SIZES.medium).bytes,
    };
    const { roots, calls, resources } = SIZES.medium;
    writeEstate(estates.half, { roots: roots / 2, calls: calls / 2, resources: resources / 2 });
    writeEstate(estates.edited, SIZES.small);
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await measureRound(estates));
    return rounds;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function print(outcomes: readonly Outcome[], baseline: Baseline | undefined): void {
  console.log(`Node ${process.version}, ${machine()}, load ${loadavg()[0]?.toFixed(1)}; medians of ${ROUNDS} rounds.`);
  if (baseline !== undefined) console.log(`Recorded with Node ${baseline.node}, ${baseline.machine}.`);
  console.log('\n| ratio | recorded | now | differs by | allowed | rounds differ by |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const { ratio, now, spread, recorded } of outcomes) {
    const change = recorded === undefined ? '' : percent(now / recorded - 1);
    const mark = isSlower({ ratio, now, spread, recorded }) ? ' (!)' : '';
    console.log(
      `| ${ratio.name} | ${recorded ?? ''} | ${now.toPrecision(3)} | ${change}${mark} | +${percent(ratio.tolerance)} | ±${percent(spread)} |`,
    );
  }
}

function report(outcomes: readonly Outcome[]): void {
  for (const { ratio, now, recorded } of outcomes) {
    if (recorded === undefined) console.log(`\nNot recorded yet: ${ratio.name}.`);
    else if (now < recorded * (1 - ratio.tolerance)) {
      console.log(`\nBetter than recorded: ${ratio.name}. Keep it: npm run bench:check -- --record`);
    }
  }
  const slower = outcomes.filter(isSlower);
  for (const { ratio, now, recorded = now } of slower) {
    console.log(
      `\nSlower: ${ratio.name} is ${now.toPrecision(3)} and was ${recorded}, ${percent(now / recorded - 1)} more; ${percent(ratio.tolerance)} are allowed.\n  ${ratio.lookInto}`,
    );
  }
  if (slower.length > 0) process.exitCode = 1;
  else console.log('\nNothing became slower.');
}

function isSlower({ ratio, now, recorded }: Outcome): boolean {
  return recorded !== undefined && now > recorded * (1 + ratio.tolerance);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
