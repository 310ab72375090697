// Plays the golden data: `npm run conformance -- [suite ...] [--dir DIR]`. See README.md.

import { readFileSync } from 'node:fs';
import { playSuite, type Suite, type SuiteResult, type Waiver } from './suite.ts';
import * as configs from './suites/configs.ts';
import * as fmt from './suites/fmt.ts';
import * as functions from './suites/functions.ts';
import * as parser from './suites/parser.ts';

const SUITES: Readonly<Record<string, Suite>> = { parser, functions, configs, fmt };
const DEFAULT_DIR = 'conformance/data';
/** `--all` shows every failing case. */
const MAX_CASES_SHOWN = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 10;

const options = readArguments(process.argv.slice(2));
const waivers = JSON.parse(readFileSync('conformance/waivers.json', 'utf8')) as readonly Waiver[]; // our own file, checked by conformance.test.ts
let ok = true;
for (const name of options.names) {
  const suite = SUITES[name];
  if (suite === undefined) {
    console.error(`unknown suite \`${name}\`; there are ${Object.keys(SUITES).join(', ')}`);
    process.exit(2);
  }
  const result = await playSuite(name, suite, options.dir, waivers);
  console.log(renderResult(result));
  ok &&= result.failures.length === 0 && result.stale.length === 0;
}
process.exitCode = ok ? 0 : 1;

function readArguments(args: readonly string[]): { names: readonly string[]; dir: string } {
  const names: string[] = [];
  let dir = DEFAULT_DIR;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--dir') dir = args[++i] ?? DEFAULT_DIR;
    else if (arg.startsWith('--dir=')) dir = arg.slice('--dir='.length);
    else if (!arg.startsWith('--')) names.push(arg);
  }
  return { names: names.length > 0 ? names : Object.keys(SUITES), dir };
}

function renderResult(result: SuiteResult): string {
  const waived = result.waived.length > 0 ? ` (${result.waived.length} waived)` : '';
  const lines = [`${result.name} ${result.passed}/${result.total}${waived}`];
  for (const { id, difference } of result.failures.slice(0, MAX_CASES_SHOWN)) {
    lines.push(`  ${id}`, ...difference.split('\n').map((line) => `    ${line}`));
  }
  const more = result.failures.length - MAX_CASES_SHOWN;
  if (more > 0) lines.push(`  ... and ${more} more`);
  for (const waiver of result.stale) lines.push(`  ${waiver.id} is waived but passes; remove its waiver`);
  return lines.join('\n');
}
