import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { LATER_ARGUMENTS } from './later-arguments.ts';

/** What one major of a provider knows of a block. The format is described in `testdata/schemas/README.md`. */
export interface BlockSchema {
  readonly attrs?: Readonly<Record<string, AttributeSchema>>;
  readonly blocks?: Readonly<Record<string, NestedBlockSchema>>;
}

export interface NestedBlockSchema extends BlockSchema {
  readonly nesting: 'list' | 'set' | 'single' | 'map';
  /** 1 stands for "at least one". */
  readonly min?: number;
  /** The members are not known: very deep or recursive. */
  readonly opaque?: 1;
}

export interface AttributeSchema {
  /** `string`, `list(string)`, `map(string)`, `set(object)`, `any`. */
  readonly t: string;
  readonly r?: 1;
  readonly o?: 1;
  readonly c?: 1;
  /** Members of objects. */
  readonly fields?: Readonly<Record<string, AttributeSchema>>;
}

interface ProviderSchema {
  readonly provider_config: BlockSchema;
  readonly resources: Readonly<Record<string, BlockSchema>>;
  readonly data: Readonly<Record<string, BlockSchema>>;
}

/** Meta-arguments of Terraform, valid in every resource. */
export const META_ARGUMENTS: ReadonlySet<string> = new Set(['count', 'for_each', 'depends_on', 'provider']);
export const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'provisioner', 'connection', 'timeouts']);

/** The provider of a type: `aws` for `aws_instance` and `data.aws_ami`. */
export function providerOf(type: string): string {
  const bare = type.replace(/^(?:data|provider)\./, '');
  return bare.split('_')[0] ?? bare;
}

/** Majors of a provider that the test data has; empty for a provider without any. */
export function majorsOf(provider: string): readonly string[] {
  return Object.keys(load(provider) ?? {});
}

/** @param type `aws_instance`, `data.aws_ami`, `provider.aws` */
export function schemaOf(type: string, major: string): BlockSchema | undefined {
  const schema = load(providerOf(type))?.[major];
  if (type.startsWith('provider.')) return schema?.provider_config;
  if (type.startsWith('data.')) return schema?.data[type.slice('data.'.length)];
  const later = LATER_ARGUMENTS[type];
  const known = schema?.resources[type];
  if (later === undefined || known === undefined || major !== majorsOf(providerOf(type)).at(-1)) return known;
  const added = Object.entries(later).map(([name, t]): [string, AttributeSchema] => [name, { t, o: 1 }]);
  return { ...known, attrs: { ...known.attrs, ...Object.fromEntries(added) } };
}

const loaded = new Map<string, Readonly<Record<string, ProviderSchema>> | undefined>();

function load(provider: string): Readonly<Record<string, ProviderSchema>> | undefined {
  if (!loaded.has(provider)) {
    const path = fileURLToPath(new URL(`../../testdata/schemas/${provider}.json.gz`, import.meta.url));
    // Written by tools/extract-schemas.ts in this shape.
    const read = (): Readonly<Record<string, ProviderSchema>> =>
      JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
    loaded.set(provider, existsSync(path) ? read() : undefined);
  }
  return loaded.get(provider);
}
