// Bundles the command into packages/tfwarden/dist. Runs on every `npm install` (the `prepare` script), so it uses nothing but esbuild.
//
// Three files: `tfwarden.cjs` answers --version, --help and wrong arguments; `engine.cjs` is loaded when there is work to do; `scan-worker.cjs` is what
// a worker thread begins with, and loads the engine too. Inside the engine every `import()` stays lazy: a module is evaluated when it is first asked for.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const shared = {
  outdir: 'packages/tfwarden/dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  sourcemap: 'linked',
  sourcesContent: false,
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  // Every `import()` becomes a `require` or an inner function: the launcher runs the files as scripts.
  supported: { 'dynamic-import': false },
};

/** `import('./engine.ts')` in the first file becomes a `require` of bin/engine.cjs, which loads the second with a code cache. */
const engineApart = {
  name: 'engine-apart',
  setup(b) {
    b.onResolve({ filter: /^\.\/engine\.ts$/ }, () => ({ path: '../bin/engine.cjs', external: true }));
  },
};

/**
 * Modules in folders named `library` hand out one package each: `import * as library from 'x'` and a function that returns it. Here the
 * import becomes a `require` inside the function, so that the package is evaluated when it is first asked for.
 */
const librariesOnDemand = {
  name: 'libraries-on-demand',
  setup(b) {
    b.onLoad({ filter: /[\\/]library[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [statement, name] = /^import \* as library from ('[^']+');$/m.exec(text) ?? [];
      if (statement === undefined) throw new Error(`${path}: expected an import of one package as \`library\``);
      const types = text.replace(statement, `import type * as library from ${name};`);
      const wanted = name.replace("'", "'on-demand:");
      return { contents: types.replace('return library;', `return require(${wanted});`), loader: 'ts' };
    });
    // The same files as an `import` elsewhere finds: packages have others for `require`.
    b.onResolve({ filter: /^on-demand:/ }, ({ path, resolveDir }) =>
      b.resolve(path.slice('on-demand:'.length), { kind: 'import-statement', resolveDir }),
    );
  },
};

await Promise.all([
  build({
    ...shared,
    entryPoints: {
      tfwarden: 'packages/tfwarden/src/command/main.ts',
      'scan-worker': 'packages/tfwarden/src/command/scan-worker.ts',
    },
    plugins: [engineApart, librariesOnDemand],
  }),
  build({
    ...shared,
    entryPoints: { engine: 'packages/tfwarden/src/command/engine.ts' },
    plugins: [librariesOnDemand],
    // A CommonJS module that exports a function, so that bin/engine.cjs can run the same text as a script.
    banner: { js: 'module.exports=function(require,module,exports,__filename,__dirname){' },
    footer: { js: '};' },
  }),
]);

// bin/engine.cjs reads the engine without decoding it. esbuild escapes everything but tagged templates, whose raw text it must keep.
const engine = await readFile(join(shared.outdir, 'engine.cjs'), 'latin1');
const [beyondAscii] = /.{0,60}[^\0-\x7f].{0,20}/.exec(engine) ?? [];
if (beyondAscii !== undefined)
  throw new Error(`dist/engine.cjs must be ASCII; write an escape such as \\u2026 here: ${beyondAscii}`);
