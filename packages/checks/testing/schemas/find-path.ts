import type { AttributeSchema, BlockSchema, NestedBlockSchema } from './provider-schema.ts';
import { META_ARGUMENTS, META_BLOCKS, majorsOf, providerOf, schemaOf } from './provider-schema.ts';

/**
 * The majors of a provider in which a path exists; undefined when nothing is known of the provider at all.
 * @param type `aws_instance`, `data.aws_ami`, `provider.aws`
 * @param path `metadata_options.http_tokens`; indexes such as `[0]` are left out of account
 */
export function majorsWithPath(type: string, path: string): readonly string[] | undefined {
  const majors = majorsOf(providerOf(type));
  if (majors.length === 0) return undefined;
  const steps = path.replaceAll(/\[[^\]]*\]/g, '').split('.');
  return majors.filter((major) => {
    const schema = schemaOf(type, major);
    return schema !== undefined && hasPath(schema, steps);
  });
}

function hasPath(block: BlockSchema | NestedBlockSchema, steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined || ('opaque' in block && block.opaque === 1)) return true;
  if (META_ARGUMENTS.has(step) || META_BLOCKS.has(step)) return true;
  const inner = block.blocks?.[step];
  if (inner !== undefined) return hasPath(inner, rest);
  const attribute = block.attrs?.[step];
  return attribute !== undefined && hasMember(attribute, rest);
}

function hasMember(attribute: AttributeSchema, steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  if (attribute.fields !== undefined) {
    const field = attribute.fields[step];
    return field !== undefined && hasMember(field, rest);
  }
  return attribute.t.startsWith('map(') || attribute.t === 'any' || attribute.t === 'object';
}
