// Megabytes per second of parsing, cold and warm, and heap bytes per source byte: `npm run bench -- parse [--seconds N]`.

import { execFileSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseConfig, SourceFile, scanTokens } from '@tfwarden/hcl';
import { parseCorpus } from './parse-corpus.ts';

const WARM_BYTES = 1 << 20;
const COLD_BYTES = 60_000;
const COLD_RUNS = 7;
const COLD_CHILD = '--cold-child';
const WARM_CHILD = '--warm-child';
/** Most of the time of parsing is the collector moving young trees; with more room for them it moves less. */
const LARGE_NURSERY = '--max-semi-space-size=64';

export function run(args: readonly string[]): void {
  if (args.includes(COLD_CHILD)) {
    console.log(coldMilliseconds());
    return;
  }
  const text = parseCorpus(WARM_BYTES);
  const secondsAt = args.indexOf('--seconds');
  const seconds = secondsAt >= 0 ? Number(args[secondsAt + 1]) : 3;
  if (args.includes(WARM_CHILD)) {
    console.log(speed(text, seconds, parseConfig));
    return;
  }
  console.log(`corpus        ${(text.length / 1e6).toFixed(2)} MB, ${countLines(text)} lines`);
  console.log(`scan  warm    ${speed(text, seconds, (file) => scanTokens(file, 'config'))}`);
  console.log(`parse warm    ${speed(text, seconds, parseConfig)}`);
  const child = runChild([LARGE_NURSERY], [WARM_CHILD, '--seconds', String(seconds)]);
  console.log(`parse warm    ${child.trim()}, ${LARGE_NURSERY}`);
  const cold = bestColdMilliseconds();
  console.log(
    `parse cold    ${cold.toFixed(1)} ms for ${COLD_BYTES / 1000} KB (${(COLD_BYTES / 1000 / cold).toFixed(1)} MB/s)`,
  );
  console.log(`heap          ${heapPerByte(text).toFixed(1)} bytes per byte of source`);
}

/** Megabytes per second of CPU time, since the machine may do other things too: the median run and the best. */
function speed(text: string, seconds: number, work: (file: SourceFile) => unknown): string {
  const speeds: number[] = [];
  const end = performance.now() + seconds * 1000;
  do {
    const started = process.cpuUsage();
    work(new SourceFile('main.tf', text));
    const { user, system } = process.cpuUsage(started);
    speeds.push(text.length / (user + system));
  } while (performance.now() < end);
  speeds.sort((a, b) => a - b);
  const median = speeds[speeds.length >> 1] ?? 0;
  return `${median.toFixed(1)} MB/s of CPU time (best ${(speeds.at(-1) ?? 0).toFixed(1)})`;
}

function coldMilliseconds(): number {
  const file = new SourceFile('main.tf', parseCorpus(COLD_BYTES));
  const started = process.cpuUsage();
  parseConfig(file);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The first parse in a process of its own; the best of several. */
function bestColdMilliseconds(): number {
  return Math.min(...Array.from({ length: COLD_RUNS }, () => Number(runChild([], [COLD_CHILD]))));
}

/** Runs this benchmark in a process of its own. */
function runChild(nodeFlags: readonly string[], args: readonly string[]): string {
  return execFileSync(process.execPath, [...nodeFlags, process.argv[1] ?? '', 'parse', ...args], { encoding: 'utf8' });
}

/** What the trees of the corpus keep alive, the text not counted. */
function heapPerByte(text: string): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // exposed by the flag above
  const files = [0, 1, 2, 3].map((i) => new SourceFile(`main-${i}.tf`, text));
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = files.map(parseConfig);
  collect();
  const used = process.memoryUsage().heapUsed - before;
  return used / (kept.length * text.length);
}

function countLines(text: string): number {
  return text.split('\n').length;
}
