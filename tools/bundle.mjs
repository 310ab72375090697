// Bundles the command into packages/tfwarden/dist. Runs on every `npm install` (the `prepare` script), so it uses nothing but esbuild.
import { build } from 'esbuild';

await build({
  entryPoints: { tfwarden: 'packages/tfwarden/src/command/main.ts' },
  outdir: 'packages/tfwarden/dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  sourcemap: 'linked',
  logLevel: 'warning',
});
