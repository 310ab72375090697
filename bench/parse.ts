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

export function run(args: readonly string[]): void {
  if (args.includes(COLD_CHILD)) {
    console.log(coldMilliseconds());
    return;
  }
  const secondsAt = args.indexOf('--seconds');
  const seconds = secondsAt >= 0 ? Number(args[secondsAt + 1]) : 3;
  const text = parseCorpus(WARM_BYTES);
  const scan = megabytesPerSecond(text, seconds, (file) => scanTokens(file, 'config'));
  const parse = megabytesPerSecond(text, seconds, parseConfig);
  console.log(`corpus        ${(text.length / 1e6).toFixed(2)} MB, ${countLines(text)} lines`);
  console.log(`scan  warm    ${scan.toFixed(1)} MB/s`);
  console.log(`parse warm    ${parse.toFixed(1)} MB/s`);
  const cold = bestColdMilliseconds();
  console.log(
    `parse cold    ${cold.toFixed(1)} ms for ${COLD_BYTES / 1000} KB (${(COLD_BYTES / 1000 / cold).toFixed(1)} MB/s)`,
  );
  console.log(`heap          ${heapPerByte(text).toFixed(1)} bytes per byte of source`);
}

function megabytesPerSecond(text: string, seconds: number, work: (file: SourceFile) => unknown): number {
  let best = 0;
  const end = performance.now() + seconds * 1000;
  do {
    const started = performance.now();
    work(new SourceFile('main.tf', text));
    best = Math.max(best, text.length / 1e3 / (performance.now() - started));
  } while (performance.now() < end);
  return best;
}

function coldMilliseconds(): number {
  const file = new SourceFile('main.tf', parseCorpus(COLD_BYTES));
  const started = performance.now();
  parseConfig(file);
  return performance.now() - started;
}

/** The first parse in a process of its own; the best of several, since the machine does other things too. */
function bestColdMilliseconds(): number {
  const times = Array.from({ length: COLD_RUNS }, () =>
    Number(execFileSync(process.execPath, [process.argv[1] ?? '', 'parse', COLD_CHILD], { encoding: 'utf8' })),
  );
  return Math.min(...times);
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
