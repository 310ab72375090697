import { elementsOf } from '../src/value/marks.ts';
import { formatNumber } from '../src/value/number-text.ts';
import { quote } from '../src/value/quote.ts';
import type { Type } from '../src/value/type.ts';
import { typeToJson } from '../src/value/type-text.ts';
import type { UnknownValue, Value } from '../src/value/value.ts';

/**
 * A value on one line with everything that tells it from others: marks in braces, numbers with their precision (`1@512`),
 * unknowns as `?` and their type with refinements (`!` not null, `^` prefix, `>` `<` bounds), the types of collections and nulls.
 */
export function describeValue(value: Value): string {
  const marks = value.marks === undefined ? '' : `{${value.marks.join(',')}}`;
  return marks + describeUnmarked(value);
}

function describeUnmarked(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return describeUnknown(value);
    case 'null':
      return `null:${describeType(value.type)}`;
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return `${formatNumber(value.value, value.precision)}@${value.precision}`;
    case 'bool':
      return String(value.value);
    case 'list':
    case 'set': {
      const elements = [...elementsOf(value)].map((element) => `${describeValue(element)},`);
      return `${value.kind}<${describeType(value.elementType)}>(${elements.join('')})`;
    }
    case 'map':
      return `map<${describeType(value.elementType)}>(${describeEntries(value.elements)})`;
    case 'object':
      return `{${describeEntries(value.attributes)})`;
    case 'tuple':
      return `[${value.elements.map((element) => `${describeValue(element)},`).join('')})`;
  }
}

function describeEntries(entries: ReadonlyMap<string, Value>): string {
  return [...entries].map(([key, element]) => `${quote(key)}=${describeValue(element)},`).join('');
}

function describeUnknown({ type, refinement }: UnknownValue): string {
  let text = `?${describeType(type)}`;
  if (type.kind === 'dynamic' || refinement === undefined) return text;
  const { notNull, prefix, lower, upper, minLength, maxLength } = refinement;
  if (notNull === true) text += '!';
  if (prefix !== undefined && prefix !== '') text += `^${quote(prefix)}`;
  if (lower !== undefined) text += `>${formatNumber(lower.value.value, lower.value.precision)}${lower.inclusive}`;
  if (upper !== undefined) text += `<${formatNumber(upper.value.value, upper.value.precision)}${upper.inclusive}`;
  if (minLength !== undefined && minLength > 0) text += `>${minLength}`;
  if (maxLength !== undefined) text += `<${maxLength}`;
  return text;
}

function describeType(type: Type): string {
  return JSON.stringify(typeToJson(type));
}
