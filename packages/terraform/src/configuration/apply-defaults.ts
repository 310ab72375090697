import type { Type, Value } from '@tfwarden/hcl';
import {
  convert,
  isConversionFailure,
  listValue,
  mapValue,
  objectValue,
  refineNotNull,
  setValue,
  tupleValue,
  typeOf,
  unify,
  withMarks,
} from '@tfwarden/hcl';
import type { OptionalDefaults } from './type-constraint.ts';

/**
 * Puts the defaults of `optional()` attributes into a value before it is converted to the type, as hashicorp/hcl's `Defaults.Apply`.
 * Parts that do not fit the type stay as they are; the conversion reports them.
 */
export function applyDefaults(defaults: OptionalDefaults, value: Value): Value {
  switch (value.kind) {
    case 'unknown':
    case 'null':
    case 'string':
    case 'number':
    case 'bool':
      return value;
    case 'list':
    case 'set':
    case 'tuple':
      return withMarks(applyToElements(defaults, value), value.marks);
    case 'map':
    case 'object':
      return withMarks(applyToFields(defaults, value), value.marks);
  }
}

function applyToElements(defaults: OptionalDefaults, value: Value & { kind: 'list' | 'set' | 'tuple' }): Value {
  const elements = value.elements.map((element, index) => {
    const child = defaults.type.kind === 'tuple' ? defaults.children.get(String(index)) : defaults.children.get('');
    return child === undefined ? element : applyDefaults(child, element);
  });
  if (value.kind === 'tuple') return tupleValue(elements);
  if (elements.length === 0) return value;
  const unified = unifyAll(elements);
  if (unified === undefined) return tupleValue(elements);
  return value.kind === 'list' ? listValue(unified.type, unified.values) : setValue(unified.type, unified.values);
}

function applyToFields(defaults: OptionalDefaults, value: Value & { kind: 'map' | 'object' }): Value {
  const given = value.kind === 'map' ? value.elements : value.attributes;
  const isObject = defaults.type.kind === 'object';
  const fields = new Map<string, Value>();
  for (const [name, field] of given) {
    const child = defaults.children.get(isObject ? name : '');
    fields.set(name, child === undefined ? field : applyDefaults(child, field));
  }
  for (const [name, fallback] of defaults.values) {
    const field = fields.get(name);
    if (field === undefined || field.kind === 'null') {
      const child = defaults.children.get(name);
      fields.set(name, child === undefined ? fallback : applyDefaults(child, fallback));
    } else if (field.kind === 'unknown' && fallback.kind !== 'null' && fallback.kind !== 'unknown') {
      if (field.type.kind !== 'dynamic') fields.set(name, refineNotNull(field));
    }
  }
  if (value.kind === 'object') return objectValue(fields, value.open);
  if (fields.size === 0) return value;
  const unified = unifyAll([...fields.values()]);
  if (unified === undefined) return objectValue(fields);
  const names = [...fields.keys()];
  return mapValue(
    unified.type,
    unified.values.map((field, index) => [names[index] ?? '', field] as const),
  );
}

function unifyAll(values: readonly Value[]): { readonly type: Type; readonly values: readonly Value[] } | undefined {
  const type = unify(values.map(typeOf), true);
  if (type === undefined) return undefined;
  const converted: Value[] = [];
  for (const value of values) {
    const result = convert(value, type);
    if (isConversionFailure(result)) return undefined;
    converted.push(result);
  }
  return { type, values: converted };
}
