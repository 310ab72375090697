import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';
import { temporaryFolder } from './temporary-folder.ts';

// The command of the npm package, installed with and without the package of a platform. What stands for the executable is a program of two lines.
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const PLATFORM = `${process.platform}-${process.arch}`;

interface Install {
  /** Where npm puts the package: beside `tfwarden`, or below it. */
  readonly place?: 'node_modules' | 'node_modules/tfwarden/node_modules';
  readonly name?: string;
  readonly version?: string;
  readonly program?: string;
  readonly isRunnable?: boolean;
}

/** Installs tfwarden and an executable. @returns how the command answers, and with what */
function answer(install: Install, args: readonly string[] = ['--version']): readonly [number | null, string] {
  const { place = 'node_modules', name = `cli-${PLATFORM}`, version = VERSION, isRunnable = true } = install;
  const {
    program = `#!${process.execPath}\nconsole.log("executable", ...process.argv.slice(2)); process.exitCode = 4;\n`,
  } = install;
  const folder = `${place}/@tfwarden/${name}`;
  const root = temporaryFolder({
    [`${folder}/package.json`]: JSON.stringify({ version }),
    [`${folder}/tfwarden`]: program,
  });
  if (isRunnable) chmodSync(join(root, folder, 'tfwarden'), 0o755);
  for (const path of ['bin', 'package.json', 'dist/tfwarden.cjs']) {
    cpSync(join(PACKAGE, path), join(root, 'node_modules/tfwarden', path), { recursive: true });
  }
  const launcher = join(root, 'node_modules/tfwarden/bin/tfwarden.cjs');
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
  expect(stderr).toBe('');
  rmSync(root, { recursive: true });
  return [status, signal ?? stdout];
}

const INSTALLS: readonly Install[] = [
  {},
  { place: 'node_modules/tfwarden/node_modules' },
  ...(process.platform === 'linux' ? [{ name: `cli-${PLATFORM}-musl` }] : []),
];
const BUNDLE = [0, `tfwarden ${VERSION}\n`];

describe('the executable is run when its package is there', () => {
  test.each<Install>(INSTALLS)('%j', (install) => {
    expect(answer(install, ['--no-such-flag', 'a b', ''])).toEqual([4, 'executable --no-such-flag a b \n']);
  });

  test('a signal that ends it is passed on', () => {
    const program = `#!${process.execPath}\nprocess.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 10_000);\n`;
    expect(answer({ program })).toEqual([null, 'SIGTERM']);
  });
});

describe('the bundle is run instead, in silence', () => {
  test.each<readonly [string, Install]>([
    ['of another platform', { name: 'cli-plan9-mips' }],
    ['of another version', { version: '0.0.1' }],
    ['that may not be run', { isRunnable: false }],
    ['that does not start', { program: '#!/no/such/interpreter\n' }],
  ])('for an executable %s', (_, install) => {
    expect(answer(install)).toEqual(BUNDLE);
  });
});
