import type { Type, Value } from '@tfwarden/hcl';
import { convert, DYNAMIC, isConversionFailure, mapOf, nullValue, STRING, typeOf, unknownValue } from '@tfwarden/hcl';
import { resourceKey } from '../configuration/module-configuration.ts';
import type { ResourceState } from './resource-state.ts';

/** The attributes of a resource type that is known exactly, and who gives each: the configuration or the provider. */
export type BuiltinSchema = ReadonlyMap<string, 'optional' | 'required' | 'computed'>;

/**
 * Types of the provider that is built into Terraform, and `null_resource`, which is as fixed.
 * @see internal/builtin/providers/terraform of Terraform 1.11.4
 */
const SCHEMAS: ReadonlyMap<string, BuiltinSchema> = new Map<string, BuiltinSchema>([
  [
    'terraform_data.',
    new Map([
      ['id', 'computed'],
      ['input', 'optional'],
      ['output', 'computed'],
      ['triggers_replace', 'optional'],
    ]),
  ],
  [
    'null_resource.',
    new Map([
      ['id', 'computed'],
      ['triggers', 'optional'],
    ]),
  ],
  [
    'data.terraform_remote_state.',
    new Map([
      ['backend', 'required'],
      ['config', 'optional'],
      ['defaults', 'optional'],
      ['outputs', 'computed'],
      ['workspace', 'optional'],
    ]),
  ],
]);

const TYPES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['id', STRING],
  ['triggers', mapOf(STRING)],
  ['backend', STRING],
  ['workspace', STRING],
]);

export function builtinSchema(mode: ResourceState['mode'], type: string): BuiltinSchema | undefined {
  return SCHEMAS.get(resourceKey(mode, type, ''));
}

/** The type a builtin's attribute has; `dynamic` where it takes any. */
export function builtinType(attribute: string): Type {
  return TYPES.get(attribute) ?? DYNAMIC;
}

/**
 * The planned value of an attribute of a builtin; what it is made of must be done.
 * @returns undefined when it is for the provider to fill in and nothing is known
 */
export function builtinValue(schema: BuiltinSchema, name: string, instance: ResourceState): Value | undefined {
  const kind = schema.get(name);
  if (kind === undefined) return undefined;
  if (kind !== 'computed') {
    const attribute = instance.view.attribute(name);
    if (attribute === undefined) return nullValue(builtinType(name));
    const converted = convert(attribute.value, builtinType(name));
    return isConversionFailure(converted) ? unknownValue(builtinType(name)) : converted;
  }
  const origin = { subject: instance.subject, path: `.${name}` };
  const imported = name === 'id' ? instance.importId : undefined;
  if (imported !== undefined) return imported;
  if (name === 'id') return unknownValue(STRING, { origin, refinement: { notNull: true } });
  if (instance.mode === 'data') return instance.computedNode?.values?.get(name);
  // The output of terraform_data has the type of its input, and is null exactly when that is.
  const input = instance.view.attribute('input')?.value;
  if (input === undefined || input.kind === 'null') return nullValue(input?.type ?? DYNAMIC);
  return unknownValue(typeOf(input), { origin });
}
