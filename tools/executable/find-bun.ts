import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Platform } from './platform.ts';

/**
 * The pinned Bun of this repository. `bun`'s install script moves the program from the package of the platform into its own folder; where npm does not run
 * install scripts, a file that prints an error is there instead and the program is still in the package of the platform.
 * @returns an absolute path; throws when neither answers with the pinned version
 */
export function findBun({ os, bunPackage }: Platform): string {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const ownPackage = require.resolve('bun/package.json');
  const candidates = [join(dirname(ownPackage), 'bin/bun.exe')];
  try {
    const program = os === 'win32' ? 'bin/bun.exe' : 'bin/bun';
    candidates.unshift(join(dirname(require.resolve(`${bunPackage}/package.json`)), program));
  } catch {
    // An optional package: npm leaves it out when it cannot have it.
  }
  const { version }: { readonly version: string } = JSON.parse(readFileSync(ownPackage, 'utf8'));
  const found = candidates.find((path) => spawnSync(path, ['--version']).stdout?.toString().trim() === version);
  if (found === undefined) throw new Error(`expected Bun ${version} in ${candidates.join(' or ')}; run \`npm ci\``);
  return found;
}
