import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Bundles one file of a team to a CommonJS text, with `tfwarden` and `@tfwarden/checks` left to `require`. The standalone executable has a bundler within;
 * on Node esbuild does it, which is not part of the scanner: the project, or whoever installed tfwarden, has it.
 * @param path  absolute
 */
export async function bundleTypedCheck(
  path: string,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const bundle = bundlerWithin() ?? findEsbuild(dirname(path));
  if (bundle === undefined) {
    return { problem: 'typed checks need esbuild; `npm install --save-dev esbuild` puts it beside them' };
  }
  try {
    return { text: await bundle(path) };
  } catch (error) {
    return { problem: describeFailure(error) };
  }
}

/** @returns the text; fails when the file cannot be bundled */
type Bundle = (path: string) => Promise<string>;

const EXTERNAL: readonly string[] = ['tfwarden', '@tfwarden/checks'];

/** The part of esbuild that is used here. */
interface Esbuild {
  build(
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** The part of Bun that is used here; @see https://bun.com/reference/bun/build */
interface Bun {
  build(
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly outputs: readonly { text(): Promise<string> }[] }>;
}

function bundlerWithin(): Bundle | undefined {
  const bun: unknown = Reflect.get(globalThis, 'Bun');
  if (!isBun(bun)) return undefined;
  return async (path) => {
    const options = { entrypoints: [path], target: 'node', format: 'cjs', external: EXTERNAL, sourcemap: 'inline' };
    const { outputs } = await bun.build(options);
    return (await outputs[0]?.text()) ?? '';
  };
}

function findEsbuild(folder: string): Bundle | undefined {
  const esbuild = requireEsbuild(folder);
  if (esbuild === undefined) return undefined;
  return async (path) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [path],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: EXTERNAL,
      sourcemap: 'inline',
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  };
}

function requireEsbuild(folder: string): Esbuild | undefined {
  for (const from of [join(folder, 'check.ts'), programFile()]) {
    try {
      const found: unknown = createRequire(from)('esbuild');
      if (isEsbuild(found)) return found;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** Where this program lies: node_modules are looked for from there. */
function programFile(): string {
  return process.argv[1] ?? join(process.cwd(), 'tfwarden.cjs');
}

function isBun(value: unknown): value is Bun {
  return hasBuild(value);
}

function isEsbuild(value: unknown): value is Esbuild {
  return hasBuild(value);
}

function hasBuild(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'build' in value && typeof value.build === 'function';
}

/** esbuild lists its errors in the message; Bun has them beside it, each with its place. */
function describeFailure(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describePlaced).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function describePlaced(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (typeof error !== 'object' || error === null || !('position' in error)) return text;
  const { position } = error;
  if (typeof position !== 'object' || position === null || !('line' in position)) return text;
  return `line ${String(position.line)}: ${text}`;
}
