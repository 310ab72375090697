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
  const providers = [...new Set(files.map((file) => file.provider))];
  const texts = new Map<string, string>();
  for (const provider of providers) {
    const own = files.filter((file) => file.provider === provider);
    texts.set(join(CHECKS_FOLDER, provider, 'index.ts'), providerIndex(own));
  }
  texts.set(join(CHECKS_FOLDER, 'catalogue.ts'), catalogue(providers));
  texts.set(join(CHECKS_FOLDER, 'catalogue-entries.ts'), entries(checks));
  return texts;
}

function providerIndex(files: readonly CheckFile[]): string {
  const imports = files.map((file) => `import ${nameOf(file)} from './${file.service}/${file.rule}.ts';\n`);
  const list = files.map((file) => `  ${nameOf(file)},\n`);
  return `${HEADER}import type { Check } from '../kit/check.ts';
${imports.join('')}
// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
${list.join('')}];
`;
}

function catalogue(providers: readonly string[]): string {
  const loaders = providers.map(
    (provider) => `  ${provider}: async () => (await import('./${provider}/index.ts')).CHECKS,\n`,
  );
  return `${HEADER}import type { CatalogueEntry } from './catalogue-entry.ts';
import type { Check } from './kit/check.ts';

const LOADERS: Readonly<Record<string, () => Promise<readonly Check[]>>> = {
${loaders.join('')}};

export const PROVIDERS: readonly string[] = Object.keys(LOADERS);

/** Loads the checks of one provider; empty for a provider without checks. */
export async function loadChecks(provider: string): Promise<readonly Check[]> {
  return (await LOADERS[provider]?.()) ?? [];
}

/** Loads ids, aliases and titles of all checks without the checks themselves. */
export async function loadCatalogue(): Promise<readonly CatalogueEntry[]> {
  return (await import('./catalogue-entries.ts')).CATALOGUE;
}
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
export const CATALOGUE: readonly CatalogueEntry[] = [
${rows.join('')}];
`;
}

/** `aws/s3/block-public-acls.ts` is imported as `s3BlockPublicAcls`. */
function nameOf(file: CheckFile): string {
  return `${file.service}-${file.rule}`.replaceAll(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
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
