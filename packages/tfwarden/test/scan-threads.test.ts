import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCommand } from '../src/command/command-table.ts';
import type { Io } from '../src/command/io.ts';
import { loadCustomChecks } from '../src/command/load-custom-checks.ts';
import { parseArguments } from '../src/command/parse-arguments.ts';
import { prepareScan } from '../src/command/prepare-scan.ts';
import type { Invocation } from '../src/command/run.ts';
import { scanThreads } from '../src/command/threads/scan-threads.ts';
import { FORMATS } from '../src/report/format.ts';
import { scan } from '../src/scan/scan.ts';
import type { ScanResult } from '../src/scan/scan-result.ts';
import { HARD_ESTATE, HARD_ESTATE_CHECKS } from './hard-estate.ts';
import { partsOfAllFormats, renderAll } from './render-all.ts';
import { runInProcess } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const FILES = { ...HARD_ESTATE, '.tfsec/team_tfchecks.yaml': HARD_ESTATE_CHECKS };
const ROOTS = 4;

/**
 * A worker that writes down which roots it gives back, each on a line of the file `LOG`, and meets with a mishap when `MISHAP` says so:
 * `start` ends it at once, `root` when it has scanned the smallest root, `once` the same but one time only, `stale` says that it read other files.
 */
const WATCHED_WORKER = `
const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { LOG, MISHAP } = workerData.env;
if (MISHAP === 'start') throw new Error('cannot start');
const post = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (message) => {
  if (message.index === 1 && (MISHAP === 'root' || (MISHAP === 'once' && !existsSync(LOG + '.once')))) {
    writeFileSync(LOG + '.once', '');
    appendFileSync(LOG, message.index + '\\n');
    process.exit(7);
  }
  if (MISHAP === 'stale') message.report.configuration[0][1]++;
  post(message);
  appendFileSync(LOG, message.index + '\\n');
};
require('./scan-worker.cjs');
`;

let bundle: string;
beforeAll(async () => {
  bundle = mkdtempSync(join(tmpdir(), 'tfwarden-worker-'));
  await build({
    entryPoints: [join(REPOSITORY, 'packages/tfwarden/src/command/scan-worker.ts')],
    outfile: join(bundle, 'scan-worker.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  writeFileSync(join(bundle, 'watched-worker.cjs'), WATCHED_WORKER);
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const EVERYTHING = { includePassed: true, includeIgnored: true, includeUndetermined: true, explain: true };

interface Threaded {
  readonly rendered: Readonly<Record<string, string>>;
  readonly result: ScanResult;
  /** Roots that workers gave back, by index. */
  readonly byWorkers: readonly number[];
}

/** Scans with threads. The main thread holds its first root until the workers have given back so many. */
async function scanWith(
  threads: number,
  cwd: string,
  mishap = '',
  waitFor = 0,
  paths: readonly string[] = [],
): Promise<Threaded> {
  const log = join(temporaryFolder(), 'log');
  const byWorkers = (): readonly number[] =>
    existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : [];
  const command = findCommand('');
  if (command === undefined) throw new Error('there is a scan');
  const silent = { write: () => undefined, isTerminal: false, columns: undefined };
  const io: Io = {
    cwd,
    env: { LOG: log, MISHAP: mishap },
    stdout: silent,
    stderr: silent,
    readInput: () => '',
    now: () => new Date('2026-11-22T12:00:00Z'),
    workerScript: join(bundle, 'watched-worker.cjs'),
  };
  const args = ['--include-passed', ...paths];
  const parsed = parseArguments(args, command.flags);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const invocation: Invocation = { command, args, ...parsed, io };
  const prepared = await prepareScan(invocation);
  if ('problem' in prepared) throw new Error(prepared.problem);
  const { settings, config, location, fileSystem } = prepared;
  const furtherChecks = await loadCustomChecks(invocation, location, config, true);
  if ('problem' in furtherChecks) throw new Error(furtherChecks.problem);
  const shared = scanThreads(invocation, fileSystem, threads, partsOfAllFormats(EVERYTHING));
  const result = await scan(shared.fileSystem, location.paths, {
    settings,
    furtherChecks,
    scanRoots: shared.scanRoots,
    onProgress: async () => {
      while (byWorkers().length < waitFor) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  });
  return { result, rendered: await renderAll(result, EVERYTHING), byWorkers: byWorkers() };
}

describe('threads', () => {
  test.each([2, 5])('%i of them find what one finds', async (threads) => {
    const cwd = temporaryFolder(FILES);
    const { rendered } = await scanWith(1, cwd);
    expect(rendered['json']).toContain('custom-custom-ports');
    const several = await scanWith(threads, cwd, '', ROOTS - 1);
    expect(several.byWorkers).toHaveLength(ROOTS - 1);
    expect(several.rendered).toEqual(rendered);
  });

  test.each(['start', 'once', 'stale'])('a mishap (%s) changes nothing', async (mishap) => {
    const cwd = temporaryFolder(FILES);
    const { rendered } = await scanWith(1, cwd);
    expect((await scanWith(2, cwd, mishap, mishap === 'start' ? 0 : ROOTS - 1)).rendered).toEqual(rendered);
  });

  test('a root that ends its thread twice is a defect, and the others are scanned', async () => {
    const { result } = await scanWith(2, temporaryFolder(FILES), 'root', ROOTS - 1);
    expect(result.roots).toHaveLength(ROOTS);
    expect(result.defects.map(({ ruleId, address, error }) => [ruleId, address, String(error)])).toEqual([
      [undefined, 'live/broken', 'Error: a thread ended with 7'],
    ]);
    expect(result.files.size).toBeGreaterThan(4);
  });
});

test('a link to a folder shows where it does for one thread', async () => {
  const bucket = 'resource "aws_s3_bucket" "each" {\n  for_each = fileset(path.module, "**/*.txt")\n}\n';
  const cwd = temporaryFolder({
    '.git/config': '',
    'shared/one.txt': '1',
    'shared/two.txt': '2',
    'live/a/main.tf': `${bucket}# so that the main thread takes it first\n`,
    'live/b/main.tf': bucket,
  });
  for (const root of ['a', 'b']) symlinkSync('../../shared', join(cwd, `live/${root}/shared`));
  const one = await scanWith(1, cwd, '', 0, ['live']);
  const two = await scanWith(2, cwd, '', 1, ['live']);
  expect(two.byWorkers).toEqual([1]);
  expect(one.result.counts).toMatchObject({ roots: 2, resources: 2 });
  expect(two.result.counts).toEqual(one.result.counts);
  expect(two.rendered).toEqual(one.rendered);
});

describe('--threads', () => {
  test('gives the same in every format of the command line', async () => {
    const cwd = temporaryFolder(FILES);
    const formats = FORMATS.map(({ name }) => name).join(',');
    const run = async (...flags: string[]): Promise<readonly string[]> => {
      const out = join(temporaryFolder(), 'report');
      const args = ['--explain', '--include-ignored', '-f', formats, '-O', out, ...flags];
      const workerScript = join(bundle, 'scan-worker.cjs');
      expect((await runInProcess(args, { cwd, workerScript })).code).toBe(1);
      return FORMATS.map(({ ending }) => readFileSync(`${out}${ending}`, 'utf8'));
    };
    expect(await run('--threads', '3')).toEqual(await run('--single-thread'));
  });

  test.each(['0', '-1', 'many', '1000', '2.5'])('%s is refused', async (text) => {
    const { code, stderr } = await runInProcess([`--threads=${text}`], { cwd: temporaryFolder(FILES) });
    expect(code).toBe(3);
    expect(stderr).toBe(`tfwarden: expected \`--threads\` to be a number from 1 to 256, found \`${text}\`\n`);
  });
});
