// Plays the tests of the command through the executable that `npm run build:executable` made: `npm run test:executable [-- arguments of vitest]`.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, programName, thisPlatform } from './executable/platform.ts';

const platform = thisPlatform();
const program = join(packageFolder(platform), programName(platform));
if (!existsSync(program)) throw new Error(`expected ${program}; \`npm run build:executable\` makes it`);
const args = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...(args.length === 0 ? ['packages/tfwarden/test'] : args)],
  { stdio: 'inherit', env: { ...process.env, TFWARDEN_COMMAND: program } },
);
process.exitCode = status ?? 1;
