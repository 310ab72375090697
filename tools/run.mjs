// Runs a TypeScript tool of this repository on plain Node 20: `node tools/run.mjs tools/new-check.ts [arguments]`.

import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) throw new Error('usage: node tools/run.mjs FILE.ts [arguments]');
mkdirSync('.cache/tools', { recursive: true });
const outfile = resolve(join('.cache/tools', `${basename(entry, '.ts')}-${process.pid}.mjs`));
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  // Our own packages are bundled from source; everything else is resolved from node_modules.
  plugins: [
    {
      name: 'workspace-source',
      setup(b) {
        b.onResolve({ filter: /^(@tfwarden\/|tfwarden$)/ }, (args) => ({
          path: resolve('packages', args.path.replace('@tfwarden/', ''), 'src/index.ts'),
        }));
      },
    },
  ],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(outfile).href);
