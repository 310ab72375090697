// Copies what the schema test needs: `node tools/run.mjs tools/extract-schemas.ts SCHEMAS_FOLDER [CATALOGUE_FOLDER]`.
// Writes packages/checks/testdata/schemas/<provider>.json.gz for the types that checks read or examples use, and those of the catalogue.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { findCheckFiles } from './catalogue/find-checks.ts';
import { SCHEMA_ADDITIONS } from './schema-additions.ts';

const OUTPUT = 'packages/checks/testdata/schemas';

/** Providers that are always copied whole: small, and used by examples of any check. */
const HELPERS: ReadonlySet<string> = new Set(['random', 'tls', 'null', 'local', 'http', 'archive', 'external']);

interface ProviderSchema {
  readonly provider: string;
  readonly version: string;
  readonly provider_config?: unknown;
  readonly resources: Readonly<Record<string, { readonly attrs?: Readonly<Record<string, unknown>> }>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const [schemasFolder, catalogueFolder] = process.argv.slice(2);
if (schemasFolder === undefined) throw new Error('usage: extract-schemas SCHEMAS_FOLDER [CATALOGUE_FOLDER]');

const names = namesInChecks();
if (catalogueFolder !== undefined) for (const name of namesInFolder(catalogueFolder, '.json')) names.add(name);

mkdirSync(OUTPUT, { recursive: true });
const providers = new Map<string, Map<string, ProviderSchema>>();
for (const file of readdirSync(schemasFolder).toSorted()) {
  const match = /^(.+)-([0-9]+)\.json\.gz$/.exec(file);
  if (match === null) continue;
  // The files are ours and have this shape: see the README beside them.
  const schema = JSON.parse(gunzipSync(readFileSync(join(schemasFolder, file))).toString('utf8')) as ProviderSchema;
  const provider = match[1] ?? '';
  const majors = providers.get(provider) ?? new Map<string, ProviderSchema>();
  majors.set(match[2] ?? '', schema);
  providers.set(provider, majors);
}
for (const [provider, majors] of providers) {
  const output: Record<string, unknown> = {};
  for (const [major, schema] of majors) {
    const keep = (types: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      Object.fromEntries(Object.entries(types).filter(([type]) => HELPERS.has(provider) || names.has(type)));
    output[major] = {
      version: schema.version,
      provider_config: schema.provider_config ?? {},
      resources: keep(withAdditions(schema.resources, SCHEMA_ADDITIONS[`${provider}-${major}`] ?? {})),
      data: keep(schema.data),
    };
  }
  const bytes = gzipSync(JSON.stringify(output), { level: 9 });
  writeFileSync(join(OUTPUT, `${provider}.json.gz`), bytes);
  process.stdout.write(`${provider}: majors ${[...majors.keys()].join(', ')}, ${bytes.length} bytes\n`);
}

/** The types with the arguments that the collected schemas lack. */
function withAdditions(
  resources: ProviderSchema['resources'],
  additions: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): ProviderSchema['resources'] {
  const added = Object.entries(additions).map(([type, attributes]) => {
    const known = resources[type];
    return [type, { ...known, attrs: { ...known?.attrs, ...attributes } }] as const;
  });
  return { ...resources, ...Object.fromEntries(added) };
}

/** Everything in the checks' files and cases that can be the name of a type. */
function namesInChecks(): Set<string> {
  const found = new Set<string>();
  const folders = new Set(findCheckFiles().map((file) => join('packages/checks/src', file.provider, file.service)));
  for (const folder of folders) for (const name of namesInFolder(folder, '')) found.add(name);
  return found;
}

function namesInFolder(folder: string, ending: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(ending)) continue;
    for (const name of readFileSync(join(folder, file), 'utf8').match(/\b[a-z][a-z0-9]*_[a-z0-9_]+\b/g) ?? [])
      found.add(name);
  }
  return found;
}
