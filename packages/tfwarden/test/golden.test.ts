import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/report/format.ts';
import { runCommand } from './run-command.ts';

// Whole runs, byte for byte. `UPDATE_GOLDEN=1 npx vitest run packages/tfwarden/test/golden.test.ts` writes the files anew; review the diff.
const FOLDER = fileURLToPath(new URL('../testdata/golden', import.meta.url));
const NAMES = readdirSync(FOLDER).toSorted();
const MACHINE_FORMATS = FORMATS.map((format) => format.name).filter(
  (name) => !['lovely', 'default', 'gif', 'text'].includes(name),
);
const isUpdate = process.env['UPDATE_GOLDEN'] !== undefined;

function expectFile(path: string, actual: string): void {
  if (isUpdate) writeFileSync(path, actual);
  expect(existsSync(path), `${path} exists`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

test('there are as many golden folders as we know of', () => {
  expect(NAMES).toEqual(['broken', 'custom', 'ignores', 'modules', 'recovery', 'undeclared']);
});

describe.each(NAMES)('%s', (name) => {
  const folder = join(FOLDER, name);
  const argumentFile = join(folder, 'arguments.txt');
  const args = existsSync(argumentFile) ? readFileSync(argumentFile, 'utf8').trim().split('\n') : [];
  const clean = (text: string): string => text.replaceAll(FOLDER, '/golden');
  const options = { cwd: folder };

  test('text, problems and exit code', async () => {
    const outcome = await runCommand([...args, '--boundary', '.'], options);
    expectFile(join(folder, 'expected.txt'), clean(outcome.stdout));
    expectFile(join(folder, 'expected.stderr.txt'), clean(`${outcome.stderr}exit code ${outcome.code}\n`));
  });

  test.each(MACHINE_FORMATS)('%s', async (format) => {
    const outcome = await runCommand([...args, '--boundary', '.', '--format', format], options);
    const ending = FORMATS.find((candidate) => candidate.name === format)?.ending ?? '';
    expectFile(join(folder, `expected${ending}`), clean(outcome.stdout));
  });

  test('the same run gives the same bytes', async () => {
    const first = await runCommand([...args, '--format', 'json'], options);
    const second = await runCommand([...args, '--format', 'json'], options);
    expect(second).toEqual(first);
  });
});
