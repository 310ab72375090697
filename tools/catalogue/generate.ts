import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Check } from '../../packages/checks/src/kit/check.ts';
import type { CheckFile } from './find-checks.ts';
import { CHECKS_FOLDER, findCheckFiles } from './find-checks.ts';

const HEADER = '// Written by `npm run generate`. Do not edit.\n';

/** Texts of all generated files by path relative to the repository. @throws when a check's id and path disagree */
export async function generateCatalogue(): Promise<ReadonlyMap<string, string>> {
  const files = findCheckFiles();
  const checks = await loadAll(files);
  for (const [i, file] of files.entries()) {
    const check = checks[i];
    if (check?.id !== file.id)
      throw new Error(`${file.path} declares the check ${check?.id}; by its path it is ${file.id}`);
    if (check.service !== file.service)
      throw new Error(`${file.path} is in the service ${check.service}; see HYPHENATED_SERVICES`);
  }
  return new Map([
    [join(CHECKS_FOLDER, 'catalogue.ts'), catalogue(files, checks)],
    [join(CHECKS_FOLDER, 'catalogue-entries.ts'), entries(checks)],
  ]);
}

function catalogue(files: readonly CheckFile[], checks: readonly Check[]): string {
  const loaders = files.map((file) => `  '${file.id}': () => import('./${file.path}'),\n`);
  const ofTarget = new Map<string, string[]>();
  for (const { id, resources } of checks) {
    for (const target of resources) {
      const ids = ofTarget.get(target);
      if (ids === undefined) ofTarget.set(target, [id]);
      else ids.push(id);
    }
  }
  const targets = [...ofTarget]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([target, ids]) => `  '${target}': [${ids.map((id) => `'${id}'`).join(', ')}],\n`);
  const optional = checks.filter((check) => check.status !== 'stable').map((check) => `  '${check.id}',\n`);
  return `${HEADER}import type { Check } from './kit/check.ts';

/** The check of each id, in the order of ids; one file is loaded for each that is asked for. */
// biome-ignore format: one row for one check
export const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: Check }>>> = {
${loaders.join('')}};

/** Ids of the checks that look at a target, by target. */
// biome-ignore format: one row for one target
export const CHECKS_OF_TARGET: Readonly<Record<string, readonly string[]>> = {
${targets.join('')}};

/** Checks that run with \`--all-checks\` only: those that are not \`stable\`. */
// biome-ignore format: one row for one check
export const OFF_BY_DEFAULT: ReadonlySet<string> = new Set([
${optional.join('')}]);
`;
}

function entries(checks: readonly Check[]): string {
  const rows = checks.map((check) => {
    const { id, provider, service, severity, status, title, resources, alsoKnownAs } = check;
    const row = { id, provider, service, severity, status, title, resources, alsoKnownAs };
    return `  ${JSON.stringify(row)},\n`;
  });
  return `${HEADER}import type { CatalogueEntry } from './catalogue-entry.ts';

// biome-ignore format: one row for one check
const makeEntries = (): readonly CatalogueEntry[] => [
${rows.join('')}];

let entries: readonly CatalogueEntry[] | undefined;

/** What can be said of every check without loading it, in the order of ids. Made when it is first asked for: most scans never do. */
export function catalogue(): readonly CatalogueEntry[] {
  entries ??= makeEntries();
  return entries;
}
`;
}

/** Bundles the check files as they are now, which may be newer than the catalogue this tool was started with. */
async function loadAll(files: readonly CheckFile[]): Promise<readonly Check[]> {
  const folder = '.cache/tools';
  mkdirSync(folder, { recursive: true });
  const outfile = resolve(join(folder, `checks-${process.pid}.mjs`));
  const source = files.map((file, i) => `export { default as check${i} } from './${file.path}';\n`).join('');
  await build({
    stdin: { contents: source, resolveDir: resolve(CHECKS_FOLDER), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    logLevel: 'warning',
  });
  const module: Readonly<Record<string, Check>> = await import(pathToFileURL(outfile).href);
  return files.map((file, i) => {
    const check = module[`check${i}`];
    if (check === undefined) throw new Error(`${file.path} has no default export`);
    return check;
  });
}
