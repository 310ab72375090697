import type { Block, Body } from '@tfwarden/hcl';
import { parseConfig, SourceFile } from '@tfwarden/hcl';
import type { AttributeSchema, BlockSchema, NestedBlockSchema } from './provider-schema.ts';
import { META_ARGUMENTS, META_BLOCKS, majorsOf, providerOf, schemaOf } from './provider-schema.ts';

/** Blocks that only some providers have; everywhere else they are an ordinary name. */
const META_ONLY_IN_RESOURCES = META_BLOCKS;

export interface ValidationOptions {
  /** Whether required arguments must be there; edge cases leave out what does not matter to them. */
  readonly needsRequired: boolean;
}

/**
 * Checks resources, data sources and providers against the schemas. A configuration is valid when one major of each provider accepts
 * all of it.
 * @returns what the major with the fewest problems finds wrong
 */
export function validateConfiguration(text: string, options: ValidationOptions): readonly string[] {
  const { parsed } = parseConfig(new SourceFile('main.tf', text));
  const byProvider = new Map<string, Block[]>();
  for (const block of parsed.body.blocks) {
    const type = typeOf(block);
    if (type === undefined) continue;
    const provider = providerOf(type);
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), block]);
  }
  return [...byProvider].flatMap(([provider, blocks]) => problemsOf(provider, blocks, options));
}

function problemsOf(provider: string, blocks: readonly Block[], options: ValidationOptions): readonly string[] {
  const majors = majorsOf(provider);
  let best: readonly string[] | undefined;
  for (const major of majors.toReversed()) {
    const problems = blocks.flatMap((block) => {
      const type = typeOf(block) ?? '';
      const schema = schemaOf(type, major);
      if (schema === undefined) return [`${provider} ${major} has no type ${type}`];
      return problemsIn(block.body, schema, type, options, true);
    });
    if (best === undefined || problems.length < best.length) best = problems;
    if (problems.length === 0) return [];
  }
  // A provider we know nothing about proves nothing.
  return best ?? [];
}

function problemsIn(
  body: Body,
  schema: BlockSchema | NestedBlockSchema,
  path: string,
  options: ValidationOptions,
  isTop: boolean,
): readonly string[] {
  if ('opaque' in schema && schema.opaque === 1) return [];
  const problems: string[] = [];
  const written = new Set<string>();
  for (const attribute of body.attributes) {
    written.add(attribute.name);
    if (isTop && META_ARGUMENTS.has(attribute.name)) continue;
    const known = schema.attrs?.[attribute.name];
    if (known === undefined) {
      const isBlock = schema.blocks?.[attribute.name] !== undefined;
      problems.push(`${path}.${attribute.name}: ${isBlock ? 'is a block' : 'no such argument'}`);
    } else if (!isWritable(known)) {
      problems.push(`${path}.${attribute.name}: cannot be written`);
    }
  }
  for (const block of body.blocks) {
    const isDynamic = block.type === 'dynamic';
    const type = isDynamic ? (block.labels[0] ?? '') : block.type;
    written.add(type);
    if (isTop && META_ONLY_IN_RESOURCES.has(type)) continue;
    const content = isDynamic ? block.body.blocks.find((inner) => inner.type === 'content')?.body : block.body;
    const inner = schema.blocks?.[type] ?? asBlock(schema.attrs?.[type]);
    if (inner === undefined) problems.push(`${path}.${type}: no such block`);
    else if (content !== undefined) problems.push(...problemsIn(content, inner, `${path}.${type}`, options, false));
  }
  if (options.needsRequired) problems.push(...missingIn(schema, written, path));
  return problems;
}

function missingIn(schema: BlockSchema, written: ReadonlySet<string>, path: string): readonly string[] {
  const attributes = Object.entries(schema.attrs ?? {}).filter(([, attribute]) => attribute.r === 1);
  const blocks = Object.entries(schema.blocks ?? {}).filter(([, block]) => (block.min ?? 0) > 0);
  return [...attributes, ...blocks].flatMap(([name]) => (written.has(name) ? [] : [`${path}.${name}: required`]));
}

/** Attributes of lists of objects may be written as blocks. */
function asBlock(attribute: AttributeSchema | undefined): BlockSchema | undefined {
  return attribute?.fields === undefined || !isWritable(attribute) ? undefined : { attrs: attribute.fields };
}

function isWritable(attribute: AttributeSchema): boolean {
  return attribute.r === 1 || attribute.o === 1 || attribute.c !== 1;
}

function typeOf(block: Block): string | undefined {
  const [label] = block.labels;
  if (label === undefined) return undefined;
  switch (block.type) {
    case 'resource':
      return label;
    case 'data':
      return `data.${label}`;
    case 'provider':
      return `provider.${label}`;
    default:
      return undefined;
  }
}
