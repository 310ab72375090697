// Writes the documentation pages of the checks and the JSON Schemas: `npm run docs`. With `--check` it writes nothing and fails when a page is not up to date.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAllChecks, PROVIDERS } from '../packages/checks/src/index.ts';
import { renderCommandPage } from '../packages/tfwarden/src/command/command-page.ts';
import { CONFIG_SCHEMA } from '../packages/tfwarden/src/configuration/config-schema.ts';
import { renderJsonSchema } from '../packages/tfwarden/src/configuration/json-schema.ts';
import { CUSTOM_CHECKS_SCHEMA } from '../packages/tfwarden/src/custom/check-schema.ts';
import { checkPages } from '../packages/tfwarden/src/report/check-pages.ts';
import { ruleOf } from '../packages/tfwarden/src/scan/rule.ts';

const ROOT = 'docs';

const rules = (await loadAllChecks()).map(ruleOf);
const pages = new Map([
  ...checkPages(rules),
  ['command-line.md', renderCommandPage()],
  ['schema/tfwarden.schema.json', renderJsonSchema(CONFIG_SCHEMA, 'Configuration of tfwarden')],
  ['schema/tfchecks.schema.json', renderJsonSchema(CUSTOM_CHECKS_SCHEMA, 'Custom checks of tfwarden and tfsec')],
]);
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const [path, content] of pages) {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
  stale.push(file);
  if (isCheck) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
for (const file of generatedFiles(ROOT, PROVIDERS)) {
  if (pages.has(file.slice(ROOT.length + 1))) continue;
  stale.push(file);
  if (!isCheck) rmSync(file);
}

if (isCheck && stale.length > 0) {
  console.error(`These pages are not up to date; run \`npm run docs\`:\n${stale.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`${pages.size} pages, ${stale.length} ${isCheck ? 'stale' : 'written'}`);
}

/** Pages of providers that are on the disk, also those of checks that are gone. */
function generatedFiles(root: string, providers: readonly string[]): readonly string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.name === 'index.md') files.push(path);
    }
  };
  for (const provider of providers) walk(`${root}/${provider}`);
  return files;
}
