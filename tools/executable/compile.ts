// Compiles the command to one file. It runs in Bun: `bun tools/executable/compile.ts OUTPUT`, as tools/build-executable.ts starts it.
// Why each setting is as it is: docs/decisions/0009-a-standalone-executable.md.

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const [outfile] = process.argv.slice(2);
if (outfile === undefined) throw new Error('usage: bun tools/executable/compile.ts OUTPUT');

/** Modules that hand out one package each, see `librariesOnDemand` in tools/bundle.mjs. */
const LIBRARY_MODULE = /[\\/]library[\\/][\w-]+\.ts$/;

await Bun.build({
  // The first is run; the second is what a worker thread begins with.
  entrypoints: ['packages/tfwarden/src/command/executable.ts', 'packages/tfwarden/src/command/scan-worker.ts'],
  target: 'bun',
  format: 'esm',
  conditions: ['source'],
  splitting: true,
  minify: true,
  bytecode: true,
  sourcemap: 'inline',
  compile: {
    outfile,
    // What lies in the folder that is scanned belongs to a stranger: a `bunfig.toml` there can name code to run.
    autoloadBunfig: false,
    autoloadDotenv: false,
    autoloadTsconfig: false,
    autoloadPackageJson: false,
    jitPolicy: 10,
  },
  plugins: [{ name: 'libraries-on-demand', setup: librariesOnDemand }],
});

/** The package is evaluated when it is first asked for: its import becomes a `require` inside the function that returns it. */
function librariesOnDemand(build: PluginBuild): void {
  build.onLoad({ filter: LIBRARY_MODULE }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const [statement, name] = /^import \* as library from '([^']+)';$/m.exec(text) ?? [];
    if (statement === undefined || name === undefined) {
      throw new Error(`${path}: expected an import of one package as \`library\``);
    }
    // The same file as an `import` elsewhere finds: packages have others for `require`.
    const file = JSON.stringify(Bun.resolveSync(name, dirname(path)));
    const types = text.replace(statement, `import type * as library from '${name}';`);
    return { contents: types.replace('return library;', `return require(${file});`), loader: 'ts' };
  });
}

/** The part of Bun that is used here; @see https://bun.com/reference/bun/build */
declare const Bun: {
  /** Throws when something cannot be bundled. */
  build(options: Readonly<Record<string, unknown>>): Promise<unknown>;
  resolveSync(name: string, fromFolder: string): string;
};

interface PluginBuild {
  onLoad(
    about: { readonly filter: RegExp },
    load: (file: { readonly path: string }) => Promise<{ readonly contents: string; readonly loader: 'ts' }>,
  ): void;
}
