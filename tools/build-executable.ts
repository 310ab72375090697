// Builds the standalone executable for this machine: `npm run build:executable`. The result is a folder that can be published as it is,
// dist/cli-linux-x64 for example, with the program, a package.json, a README and the licence.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBun } from './executable/find-bun.ts';
import { packageFolder, programName, thisPlatform } from './executable/platform.ts';

const platform = thisPlatform();
const bun = findBun(platform);
const folder = packageFolder(platform);
const program = join(folder, programName(platform));
const { version, license }: { readonly version: string; readonly license: string } = JSON.parse(
  readFileSync('packages/tfwarden/package.json', 'utf8'),
);

// Bun leaves source maps beside its output, though the output has them within.
const workFolder = '.cache/executable';
const compiled = join(workFolder, programName(platform));
for (const path of [workFolder, folder]) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
}
run(bun, ['tools/executable/compile.ts', compiled]);
// Without it the program works, with one thread: nothing else would tell.
if (!readFileSync(compiled).includes('/root/scan-worker.js')) throw new Error(`${compiled} lacks the worker thread`);
const answer = run(resolve(compiled), ['--version']).trim();
if (answer !== `tfwarden ${version}`) throw new Error(`${compiled} --version says \`${answer}\``);
renameSync(compiled, program);
rmSync(workFolder, { recursive: true });

const name = `@tfwarden/cli-${platform.name}`;
const manifest = {
  name,
  version,
  description: `tfwarden as one file for ${platform.name}, without Node`,
  license,
  os: [platform.os],
  cpu: [platform.cpu],
  ...(platform.libc !== undefined && { libc: [platform.libc] }),
  files: [programName(platform)],
  // Package managers that keep packages in archives unpack this one: it is run.
  preferUnplugged: true,
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(
  join(folder, 'README.md'),
  `# ${name}

The executable of [tfwarden](https://www.npmjs.com/package/tfwarden) ${version} for ${platform.name}. It needs no Node and gives what the npm package gives, byte for byte.
The package \`tfwarden\` runs it when it is installed; \`${programName(platform)}\` in this folder can also be run by itself.

It contains Bun ${run(bun, ['--version']).trim()}, whose licences are at https://bun.com/docs/project/license.
`,
);
copyFileSync('LICENSE', join(folder, 'LICENSE'));

console.log(`${program}: ${answer}, ${(statSync(program).size / 1e6).toFixed(0)} MB`);

/** Runs a program to its end. @returns what it printed; throws when it fails */
function run(path: string, args: readonly string[]): string {
  const { status, stdout, error } = spawnSync(path, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw error ?? new Error(`${path} ${args.join(' ')} failed with ${status}`);
  return stdout;
}
