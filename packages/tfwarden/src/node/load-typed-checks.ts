import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import type { Check } from '@tfwarden/checks';
import * as kit from '@tfwarden/checks';
import { bundleTypedCheck } from './bundle-typed-check.ts';
import { toPosix } from './locate.ts';
import { walkFiles } from './walk-files.ts';

const ENDINGS: readonly string[] = ['.ts', '.mts', '.js', '.mjs'];

/** A check that a team wrote with `defineCheck`, and its file for messages. */
export interface TypedCheck {
  readonly check: Check;
  readonly file: string;
}

/**
 * Loads checks written in TypeScript or JavaScript. THIS RUNS THEIR CODE, so it is called only when a flag or the configuration asks for it.
 * A file exports checks by default, alone or in a list. `tfwarden` and `@tfwarden/checks` are the kit of this program, whatever is installed.
 * @param folder  absolute
 */
export async function loadTypedChecks(
  folder: string,
  cwd: string,
): Promise<readonly TypedCheck[] | { readonly problem: string }> {
  if (!existsSync(folder)) return [];
  const files = walkFiles(folder, ENDINGS).filter((file) => !/\.(?:test|spec|d)\.[mc]?[tj]s$/.test(file));
  const checks: TypedCheck[] = [];
  for (const path of files) {
    const loaded = await loadTypedFile(path, cwd);
    if ('problem' in loaded) return loaded;
    checks.push(...loaded);
  }
  return checks;
}

/** As `loadTypedChecks`, one file. @param path  absolute */
export async function loadTypedFile(
  path: string,
  cwd: string,
): Promise<readonly TypedCheck[] | { readonly problem: string }> {
  const file = toPosix(relative(cwd, path));
  const code = await bundleTypedCheck(path);
  if ('problem' in code) return { problem: `the check \`${file}\` cannot be compiled: ${code.problem}` };
  let exported: unknown;
  try {
    exported = evaluate(code.text, path);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problem: `the check \`${file}\` failed when it was loaded: ${text}` };
  }
  const checks: TypedCheck[] = [];
  for (const item of Array.isArray(exported) ? exported : [exported]) {
    if (!isCheck(item)) return { problem: `expected \`export default defineCheck({ ... })\` in \`${file}\`` };
    checks.push({ check: item, file });
  }
  return checks;
}

function evaluate(code: string, path: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  const ofFile = createRequire(path);
  const require = (name: string): unknown => (name === 'tfwarden' || name === '@tfwarden/checks' ? kit : ofFile(name));
  // The code is what the person asked to run; a function keeps its names out of ours.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  const { exports } = module;
  return typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : exports;
}

/** What `defineCheck` gives; a program in plain JavaScript may export anything. */
function isCheck(value: unknown): value is Check {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'evaluate' in value &&
    typeof value.evaluate === 'function' &&
    'resources' in value &&
    Array.isArray(value.resources)
  );
}
