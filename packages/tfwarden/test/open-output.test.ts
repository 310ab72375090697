import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commandLine } from './run-command.ts';
import { runInProcess } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

// The kinds of things that the output of a process can be; `process.test.ts` has ordinary pipes and full disks.
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const ARGS = ['examples/orders', '--format', 'json'];
const { code: CODE, stdout: REPORT } = await runInProcess(ARGS, { cwd: REPOSITORY });

/** Makes the pipe that it writes to one that does not wait, for every process that has it; and stays, as it takes that back at its end. */
const DO_NOT_WAIT = "process.stdout.write(''); setInterval(() => undefined, 1000)";

test('a file gets the whole report', () => {
  const path = join(temporaryFolder(), 'report.json');
  const output = openSync(path, 'w');
  const { status } = spawnSync(...commandLine(ARGS), { cwd: REPOSITORY, stdio: ['ignore', output, 'ignore'] });
  closeSync(output);
  expect(status).toBe(CODE);
  expect(readFileSync(path, 'utf8')).toBe(REPORT);
});

test('a pipe that is full and does not wait gets the whole report when its reader is ready', async () => {
  const [file, args] = commandLine(ARGS);
  const script = '"$0" -e "$1" & other=$!; sleep 1; shift; "$@"; code=$?; kill $other; exit $code';
  const child = spawn('sh', ['-c', script, process.execPath, DO_NOT_WAIT, file, ...args], { cwd: REPOSITORY });
  const closed = once(child, 'close');
  await setTimeout(3_000);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += String(part);
  });
  expect(await closed).toEqual([CODE, null]);
  expect(text).toBe(REPORT);
}, 20_000);
