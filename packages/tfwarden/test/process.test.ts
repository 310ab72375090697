import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';
import { commandLine, runProgram, startProgram } from './run-command.ts';
import { runInProcess } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

// What only a process of its own has: pipes, an environment, the runtime's own flags and files. Plays `TFWARDEN_COMMAND`, else the bundle, which
// `npm install` makes anew.
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';
/** Deeper than any call stack. */
const DEPTH = 100_000;
/** Where Linux has a file that takes nothing. */
const FULL_DISKS: readonly string[] = existsSync('/dev/full') ? ['/dev/full'] : [];

test('it answers with its version', async () => {
  expect(await runProgram(['--version'], { cwd: REPOSITORY })).toEqual({
    code: 0,
    stdout: `tfwarden ${VERSION}\n`,
    stderr: '',
  });
});

describe('pipes', () => {
  test('a report that is larger than any pipe arrives as a whole', async () => {
    const args = ['examples/orders', '--format', 'json'];
    const { stdout } = await runProgram(args, { cwd: REPOSITORY });
    expect(stdout.length).toBeGreaterThan(200_000);
    const file = join(temporaryFolder(), 'report.json');
    await runProgram([...args, '--out', file], { cwd: REPOSITORY });
    expect(stdout).toBe(readFileSync(file, 'utf8'));
  });

  test('a reader that goes away is no failure', async () => {
    const child = startProgram(['examples/orders', '--format', 'json'], { cwd: REPOSITORY });
    let stderr = '';
    child.stderr.on('data', (part) => {
      stderr += String(part);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, stderr]).toEqual([0, '']);
  });

  test.each(FULL_DISKS)('a report that %s does not take is a failure', async (disk) => {
    const { status, stderr } = spawnSync(...commandLine(['examples/dynamodb']), {
      cwd: REPOSITORY,
      env: {},
      encoding: 'utf8',
      stdio: ['ignore', openSync(disk, 'w'), 'pipe'],
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^tfwarden: the output cannot be written: .*ENOSPC.*\n$/);
  });

  test('a folder as standard input is a failure', () => {
    const { status, stdout, stderr } = spawnSync(...commandLine(['fmt', '-']), {
      cwd: REPOSITORY,
      env: {},
      encoding: 'utf8',
      stdio: [openSync(REPOSITORY, 'r'), 'pipe', 'pipe'],
    });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^tfwarden: standard input cannot be read: .*EISDIR.*\n$/);
  });

  test('what comes from standard input is read to its end', async () => {
    const cwd = temporaryFolder();
    const lines = Array.from({ length: 20_000 }, (_, i) => `a${i}="é"\n`).join('');
    const { code, stdout } = await runProgram(['fmt', '-'], { cwd, input: lines });
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(20_001);
    expect(await runProgram(['fmt', '-'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

test.each([2, 4])('with %i threads it writes the same bytes', async (threads) => {
  const args = ['examples/orders', '--format', 'json', '--threads'];
  const [one, several] = await Promise.all([
    runProgram([...args, '1'], { cwd: REPOSITORY }),
    runProgram([...args, String(threads)], { cwd: REPOSITORY }),
  ]);
  expect(several).toEqual(one);
  expect(several.code).toBe(1);
});

describe('surroundings', () => {
  test('flags come from the environment', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const { stdout } = await runProgram([], { cwd, env: { TFWARDEN_FORMAT: 'csv' } });
    expect(stdout.split('\n')[0]).toBe('file,start_line,end_line,rule_id,severity,description,link,passed');
  });

  test('nothing of the scanned folder sets up the runtime or is run', async () => {
    const mark = join(temporaryFolder(), 'ran.txt');
    const spy = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');\n`;
    const cwd = temporaryFolder({
      'main.tf': TABLE,
      '.env': 'TFWARDEN_FORMAT=csv\nNODE_OPTIONS=--require=./spy.cjs\n',
      '.env.local': 'TFWARDEN_FORMAT=csv\n',
      '.env.production': 'TFWARDEN_FORMAT=csv\n',
      'bunfig.toml': 'preload = ["./spy.cjs"]\n',
      '.npmrc': 'node-options=--require=./spy.cjs\n',
      'package.json': '{ "type": "module", "imports": { "#x": "./spy.cjs" }, "main": "spy.cjs" }',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "*": ["./spy.cjs"] } } }',
      'spy.cjs': spy,
      'node_modules/esbuild/index.js': spy,
      'node_modules/re2js/index.js': spy,
    });
    const outcome = await runProgram([], { cwd });
    expect(existsSync(mark)).toBe(false);
    expect(outcome).toEqual(await runProgram([], { cwd: temporaryFolder({ 'main.tf': TABLE }) }));
  });

  test.each(['--inspect', '--smol', '--preload=./spy.cjs', '--eval=1', '--print=1', '--cwd=/', '--'])(
    'the runtime does not take `%s` for itself',
    async (argument) => {
      const cwd = temporaryFolder({ 'main.tf': TABLE });
      expect(await runProgram([argument], { cwd })).toEqual(await runInProcess([argument], { cwd }));
    },
  );
});

test('with --watch it hears of a change, and ends with what the last scan found', async () => {
  const cwd = temporaryFolder({ 'main.tf': '' });
  const child = startProgram(['--watch'], { cwd });
  const ended = once(child, 'close');
  let text = '';
  let look: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      text += String(part);
      look?.();
    });
  }
  const shown = (expected: string): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (text.includes(expected)) resolve();
      };
      look();
    });
  await shown('watching 1 file');
  writeFileSync(join(cwd, 'main.tf'), TABLE);
  await shown('= 2 findings, 2 new, 0 gone');
  child.kill('SIGINT');
  expect(await ended).toEqual([1, null]);
});

test('depth that no call stack holds is a finding or a gap, never a crash', async () => {
  const cwd = temporaryFolder({
    'brackets.tf': `locals {\n  x = ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}\n}\n`,
    'templates.tf': `locals {\n  y = "${'${"'.repeat(DEPTH)}${'"}'.repeat(DEPTH)}"\n}\n`,
    'blocks.tf': `resource "x" "y" {\n${'b {\n'.repeat(DEPTH)}${'}\n'.repeat(DEPTH)}}\n`,
    'signs.tf': `locals {\n  z = ${'!'.repeat(DEPTH)}true\n}\n`,
    'data.tf.json': `{ "locals": { "a": ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)} } }`,
    'main.tf': TABLE,
  });
  const outcome = await runProgram(['--format', 'json'], { cwd });
  expect(outcome.code).toBe(1);
  expect(outcome).toEqual(await runInProcess(['--format', 'json'], { cwd }));
});
