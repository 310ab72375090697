import { NOT_NULL } from './bounds.ts';
import {
  FALSE,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  TRUE,
  tupleValue,
  unknownValue,
} from './construct.ts';
import { convertUnknown, replaceDynamic } from './convert-unknown.ts';
import { elementsOf, type PathStep, unmark, withMarks } from './marks.ts';
import { mismatchMessage } from './mismatch.ts';
import { formatNumber, parseNumber } from './number-text.ts';
import { quote } from './quote.ts';
import { setValue } from './set.ts';
import type { CollectionType, ObjectType, TupleType, Type } from './type.ts';
import { DYNAMIC, listOf } from './type.ts';
import { EMPTY_OBJECT, typeOf, typesEqual, withoutOptionalDeep } from './type-of.ts';
import { canConvert, unify } from './unify.ts';
import type { ObjectValue, TupleValue, Value } from './value.ts';
import { waitsForOf } from './waits.ts';

/** Why a value cannot be converted. The message is cty's: lower case, without a full stop. */
export interface ConversionFailure {
  readonly kind: 'conversionFailure';
  readonly message: string;
  /** Which part of the value is wrong, outermost step first; empty for the value itself. */
  readonly path: readonly PathStep[];
}

/**
 * Converts a value as Terraform does wherever it wants a certain type: cty's `convert.Convert`, unsafe conversions included.
 * Attributes that the type says are optional and that the value lacks become null; their defaults are applied elsewhere.
 */
export function convert(value: Value, type: Type): Value | ConversionFailure {
  // The everyday cases first: nothing to do, or a number in a text.
  if (type.kind === 'dynamic' || value.kind === type.kind) {
    if (
      type.kind !== 'list' &&
      type.kind !== 'set' &&
      type.kind !== 'map' &&
      type.kind !== 'tuple' &&
      type.kind !== 'object'
    ) {
      return value;
    }
  }
  const given = typeOf(value);
  if (typesEqual(given, withoutOptionalDeep(type))) return value;
  if (!canConvert(given, type, true)) return failure(mismatchMessage(given, type));
  return convertChecked(value, type, true);
}

export function isConversionFailure(result: Value | ConversionFailure): result is ConversionFailure {
  return result.kind === 'conversionFailure';
}

/**
 * Converts to a type that `canConvert` allows.
 * @param unsafe whether a text may become a number or bool and the like; false in the unification of the elements of maps
 */
export function convertChecked(value: Value, type: Type, unsafe: boolean): Value | ConversionFailure {
  if (type.kind === 'dynamic') return value;
  if (value.marks !== undefined) {
    const result = convertChecked(unmark(value), type, unsafe);
    return result.kind === 'conversionFailure' ? result : withMarks(result, value.marks);
  }
  if (value.kind === 'unknown') return convertUnknown(value, withoutOptionalDeep(type));
  if (value.kind === 'null') return nullValue(replaceDynamic(value.type, withoutOptionalDeep(type)));
  if (value.kind === 'object' && value.open !== undefined && type.kind !== 'object' && type.kind !== 'map') {
    return failure(mismatchMessage(EMPTY_OBJECT, type));
  }
  switch (type.kind) {
    case 'string':
      return convertToString(value);
    case 'number':
      return convertToNumber(value);
    case 'bool':
      return convertToBool(value);
    case 'list':
    case 'set':
      return convertToSequence(value, type, unsafe);
    case 'map':
      return convertToMap(value, type, unsafe);
    case 'tuple':
      return convertToTuple(value, type, unsafe);
    case 'object':
      return convertToObject(value, type, unsafe);
  }
}

function failure(message: string, path: readonly PathStep[] = []): ConversionFailure {
  return { kind: 'conversionFailure', message, path };
}

function within(step: PathStep, inner: ConversionFailure): ConversionFailure {
  return failure(inner.message, [step, ...inner.path]);
}

function convertToString(value: Value): Value | ConversionFailure {
  if (value.kind === 'string') return value;
  if (value.kind === 'number') return stringValue(formatNumber(value.value, value.precision));
  if (value.kind === 'bool') return value.value ? TRUE_TEXT : FALSE_TEXT;
  return failure('string required');
}

const TRUE_TEXT = stringValue('true');
const FALSE_TEXT = stringValue('false');

function convertToNumber(value: Value): Value | ConversionFailure {
  if (value.kind === 'number') return value;
  const parsed = value.kind === 'string' ? parseNumber(value.value) : undefined;
  return parsed === undefined ? failure('a number is required') : numberValue(parsed);
}

function convertToBool(value: Value): Value | ConversionFailure {
  if (value.kind === 'bool') return value;
  if (value.kind !== 'string') return failure('bool required');
  switch (value.value) {
    case 'true':
    case '1':
      return TRUE;
    case 'false':
    case '0':
      return FALSE;
    default: {
      const lower = value.value.length === 4 || value.value.length === 5 ? value.value.toLowerCase() : '';
      if (lower !== 'true' && lower !== 'false') return failure('a bool is required');
      return failure(`a bool is required; to convert from string, use lowercase "${lower}"`);
    }
  }
}

function convertToSequence(value: Value, type: CollectionType, unsafe: boolean): Value | ConversionFailure {
  const given = typeOf(value);
  const isTuple = given.kind === 'tuple';
  let elementType = type.element;
  if (isTuple) {
    if (given.elements.length === 0) return sequence(type.kind, withoutOptionalDeep(elementType), []);
    if (elementType.kind === 'dynamic') elementType = unify(given.elements, unsafe) ?? DYNAMIC;
  }
  // Of a set with unknown elements nobody knows how many elements it has.
  if (type.kind === 'list' && value.kind === 'set' && value.elements.length > 1 && value.contains !== 0) {
    return unknownValue(listOf(value.elementType), { waitsFor: waitsForOf(value) });
  }
  const converted: Value[] = [];
  let index = 0;
  for (const element of elementsOf(value)) {
    const result = typesEqual(typeOf(element), elementType) ? element : convertChecked(element, elementType, unsafe);
    if (result.kind === 'conversionFailure') return within({ kind: 'index', key: index }, result);
    // cty makes null elements anew and so loses their marks, but not on the way from a tuple to a list.
    converted.push(result.kind === 'null' && !(isTuple && type.kind === 'list') ? unmark(result) : result);
    index++;
  }
  if (converted.length === 0) {
    const empty = type.element.kind === 'dynamic' && 'elementType' in value ? value.elementType : elementType;
    return sequence(type.kind, withoutOptionalDeep(empty), []);
  }
  return finishSequence(type.kind, converted, isTuple && type.kind === 'list', unsafe);
}

/**
 * Converts each element of a tuple or object on its own to the element type of a list or map. cty does this where `unify` finds a
 * collection type for a structure and a collection: the structure as a whole may have no conversion to it.
 */
export function convertElements(value: TupleValue | ObjectValue, type: CollectionType): Value | ConversionFailure {
  const keys: (string | number)[] = [];
  const elements: Value[] = [];
  const entries = value.kind === 'tuple' ? value.elements.entries() : value.attributes;
  for (const [key, element] of entries) {
    const isKnown = element.kind !== 'unknown' && element.kind !== 'null';
    const result = isKnown ? convert(element, type.element) : convertChecked(element, type.element, true);
    if (result.kind === 'conversionFailure') return within({ kind: 'index', key }, result);
    keys.push(key);
    elements.push(result);
  }
  const common = elements.length === 0 ? withoutOptionalDeep(type.element) : commonType(elements);
  if (common === undefined) return failure(`element types must all match for conversion to ${type.kind}`);
  if (type.kind !== 'map') return sequence(type.kind, common, elements);
  return mapValue(
    common,
    elements.map((element, i) => [String(keys[i]), withType(element, common)]),
  );
}

/** Gives all elements one type; conversions of elements to a type with `any` in it can leave them with different ones. */
function finishSequence(
  kind: 'list' | 'set' | 'map',
  elements: readonly Value[],
  unifies: boolean,
  unsafe: boolean,
): Value | ConversionFailure {
  const common = commonType(elements);
  if (common !== undefined) return sequence(kind, common, elements);
  if (!unifies) return failure(`element types must all match for conversion to ${kind}`);
  const unified = unifyElements(elements, unsafe);
  if ('kind' in unified) return unified;
  // Unification to a type with `any` in it can leave the elements as they were.
  const unifiedType = commonType(unified.elements);
  if (unifiedType === undefined) return failure(`element types must all match for conversion to ${kind}`);
  return sequence(kind, unifiedType, unified.elements);
}

interface UnifiedElements {
  readonly type: Type;
  readonly elements: readonly Value[];
}

function unifyElements(elements: readonly Value[], unsafe: boolean): UnifiedElements | ConversionFailure {
  const type = unify(elements.map(typeOf), unsafe);
  if (type === undefined) return failure('cannot find a common base type for all elements');
  const converted: Value[] = [];
  for (const [key, element] of elements.entries()) {
    const result = typesEqual(typeOf(element), type) ? element : convertChecked(element, type, unsafe);
    if (result.kind === 'conversionFailure') return within({ kind: 'index', key }, result);
    converted.push(result);
  }
  return { type, elements: converted };
}

/** @returns the one type of all elements, unknown ones of any type apart; undefined when there are several */
function commonType(elements: readonly Value[]): Type | undefined {
  let common: Type = DYNAMIC;
  for (const element of elements) {
    const type = typeOf(element);
    if (common.kind === 'dynamic') common = type;
    else if (type.kind !== 'dynamic' && !typesEqual(common, type)) return undefined;
  }
  return common;
}

function sequence(kind: 'list' | 'set' | 'map', elementType: Type, elements: readonly Value[]): Value {
  const typed = elementType.kind === 'dynamic' ? elements : elements.map((element) => withType(element, elementType));
  return kind === 'set' ? setValue(elementType, typed) : listValue(elementType, typed);
}

/** An unknown or null of unknown type takes the type of its collection. */
function withType(element: Value, type: Type): Value {
  if (type.kind === 'dynamic') return element;
  if (element.kind !== 'unknown' && element.kind !== 'null') return element;
  return element.type.kind === 'dynamic' ? { ...element, type } : element;
}

function convertToMap(value: Value, type: CollectionType, unsafe: boolean): Value | ConversionFailure {
  const given = typeOf(value);
  let elementType = type.element;
  const isObject = value.kind === 'object';
  if (isObject && value.open !== undefined) {
    return unknownValue(withoutOptionalDeep(type), { refinement: NOT_NULL, waitsFor: waitsForOf(value) });
  }
  const entries = value.kind === 'object' ? value.attributes : value.kind === 'map' ? value.elements : EMPTY;
  if (entries.size === 0) {
    const empty = elementType.kind === 'dynamic' && value.kind === 'map' ? value.elementType : elementType;
    return mapValue(withoutOptionalDeep(empty), []);
  }
  if (isObject && elementType.kind === 'dynamic' && given.kind === 'object') {
    elementType = unify([...given.attributes.values()], unsafe) ?? DYNAMIC;
  }
  const keys: string[] = [];
  let converted: readonly Value[] = [];
  const results: Value[] = [];
  for (const [key, element] of entries) {
    const result = typesEqual(typeOf(element), elementType) ? element : convertChecked(element, elementType, unsafe);
    if (result.kind === 'conversionFailure') return within({ kind: 'index', key }, result);
    keys.push(key);
    results.push(result);
  }
  converted = results;
  let common = commonType(results);
  const isStructured =
    elementType.kind !== 'string' &&
    elementType.kind !== 'number' &&
    elementType.kind !== 'bool' &&
    elementType.kind !== 'dynamic' &&
    elementType.kind !== 'tuple';
  if (common === undefined && isStructured) {
    const unified = unifyElements(results, isObject && unsafe);
    if ('kind' in unified) return unified;
    converted = unified.elements;
    common = commonType(converted);
  }
  if (common === undefined) {
    return failure(`${isObject ? 'attribute' : 'element'} types must all match for conversion to map`);
  }
  const valueType = common;
  return mapValue(
    valueType,
    converted.map((element, i) => [
      keys[i] ?? '',
      valueType.kind === 'dynamic' ? element : withType(element, valueType),
    ]),
  );
}

function convertToTuple(value: Value, type: TupleType, unsafe: boolean): Value | ConversionFailure {
  const converted: Value[] = [];
  let index = 0;
  for (const element of elementsOf(value)) {
    const wanted = type.elements[index] ?? DYNAMIC;
    const result = typesEqual(typeOf(element), wanted) ? element : convertChecked(element, wanted, unsafe);
    if (result.kind === 'conversionFailure') return within({ kind: 'index', key: index }, result);
    converted.push(result);
    index++;
  }
  return tupleValue(converted);
}

function convertToObject(value: Value, type: ObjectType, unsafe: boolean): Value | ConversionFailure {
  const attributes: [string, Value][] = [];
  const isMap = value.kind === 'map';
  const given = value.kind === 'object' ? value.attributes : value.kind === 'map' ? value.elements : EMPTY;
  const missing: [string, Type][] = [];
  for (const [name, wanted] of type.attributes) {
    const element = given.get(name);
    if (element === undefined) {
      if (value.kind === 'object' && value.open !== undefined) {
        const origin = { subject: value.open.subject, path: `${value.open.path}.${name}` };
        attributes.push([name, unknownValue(withoutOptionalDeep(wanted), { origin })]);
        continue;
      }
      missing.push([name, wanted]);
      continue;
    }
    if (isMap && !typesEqual(value.elementType, wanted) && !canConvert(value.elementType, wanted, unsafe)) {
      const reason = mismatchMessage(typeOf(element), wanted);
      return failure(`map element type is incompatible with attribute ${quote(name)}: ${reason}`);
    }
    const result = typesEqual(typeOf(element), wanted) ? element : convertChecked(element, wanted, unsafe);
    if (result.kind === 'conversionFailure') {
      return within(isMap ? { kind: 'index', key: name } : { kind: 'attribute', name }, result);
    }
    // As for elements: a null attribute is made anew, without marks.
    attributes.push([name, result.kind === 'null' ? unmark(result) : result]);
  }
  for (const [name, wanted] of missing) {
    if (!type.optional.has(name)) return failure(`map has no element for required attribute ${quote(name)}`);
    attributes.push([name, nullValue(withoutOptionalDeep(wanted))]);
  }
  return objectValue(attributes);
}

const EMPTY: ReadonlyMap<string, Value> = new Map();
