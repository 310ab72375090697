// Scaffolds a check: `npm run new-check -- aws-dynamodb-enable-recovery [resource_type]`. Everything it writes fails until it is filled in.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKS_FOLDER } from './catalogue/find-checks.ts';
import { generateCatalogue } from './catalogue/generate.ts';
import { casesTemplate, checkTemplate } from './catalogue/templates.ts';

/** Services whose names hold a hyphen; the table of `packages/checks/src/kit/define-check.ts`. */
const HYPHENATED_SERVICES: readonly string[] = ['api-gateway', 'elastic-search', 'security-center'];

const [id, resource = 'aws_dynamodb_table'] = process.argv.slice(2);
const match = /^([a-z]+)-([a-z0-9_]+(?:-[a-z0-9_]+)+)$/.exec(id ?? '');
if (id === undefined || match === null) {
  process.stderr.write('usage: npm run new-check -- PROVIDER-SERVICE-RULE [resource_type]\n');
  process.exit(3);
}
const provider = match[1] ?? '';
const rest = match[2] ?? '';
const service =
  HYPHENATED_SERVICES.find((candidate) => rest.startsWith(`${candidate}-`)) ?? rest.slice(0, rest.indexOf('-'));
const base = join(CHECKS_FOLDER, provider, service, rest.slice(service.length + 1));
if (existsSync(`${base}.ts`)) {
  process.stderr.write(`${base}.ts exists already\n`);
  process.exit(3);
}
mkdirSync(dirname(base), { recursive: true });
writeFileSync(`${base}.ts`, checkTemplate(id, resource));
writeFileSync(`${base}.cases.md`, casesTemplate(id, resource));
for (const [path, text] of await generateCatalogue()) writeFileSync(path, text);
process.stdout.write(`wrote ${base}.ts and ${base}.cases.md; now: npm run check -- ${id}\n`);
