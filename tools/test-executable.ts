// Plays the tests of the command through the executable that `npm run build:executable` made: `npm run test:executable [-- arguments of vitest]`.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, programName, thisPlatform } from './executable/platform.ts';

const TESTS = 'packages/tfwarden/test';

const platform = thisPlatform();
const program = join(packageFolder(platform), programName(platform));
if (!existsSync(program)) throw new Error(`expected ${program}; \`npm run build:executable\` makes it`);
const args = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...(args.length === 0 ? testsOfTheCommand() : args)],
  { stdio: 'inherit', env: { ...process.env, TFWARDEN_COMMAND: program } },
);
process.exitCode = status ?? 1;

/** The others run nothing but what is in their own process. */
function testsOfTheCommand(): readonly string[] {
  return readdirSync(TESTS)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(TESTS, name))
    .filter((path) => readFileSync(path, 'utf8').includes("from './run-command.ts'"));
}
