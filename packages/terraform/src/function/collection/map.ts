import type { FunctionDefinition, Marks, Type, Value } from '@tfwarden/hcl';
import {
  compareNames,
  containsUnknown,
  convert,
  DYNAMIC,
  EMPTY_OBJECT,
  FunctionError,
  friendlyTypeName,
  hashKey,
  hasMark,
  isConversionFailure,
  isWhollyKnown,
  listOf,
  listValue,
  mapOf,
  mapValue,
  mergeMarks,
  nullValue,
  objectOf,
  objectValue,
  quote,
  STRING,
  stringValue,
  tupleOf,
  typeOf,
  typesEqual,
  unify,
  unknownValue,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, rawParameter, stringParameter } from '../define.ts';
import { isKnownSequence, listOrTuple, sequenceElements } from './sequence.ts';

/** Functions of maps and objects, after go-cty's `stdlib/collection.go` and Terraform's `funcs/collection.go`. */
export const MAP_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'keys',
    parameters: [{ ...anyParameter('inputMap'), allowUnknown: true, allowMarked: true }],
    returns(args) {
      const map = argumentAt(args, 0);
      if (isOpen(map)) return DYNAMIC;
      const type = typeOf(map);
      if (type.kind === 'map') return listOf(STRING);
      if (type.kind !== 'object') throw new FunctionError('must have map or object type', 0);
      return tupleOf(Array.from(type.attributes.keys(), () => STRING));
    },
    call(args, returnType) {
      const map = argumentAt(args, 0);
      const type = typeOf(map);
      const names =
        isOpen(map) || (type.kind !== 'object' && map.kind !== 'map')
          ? undefined
          : type.kind === 'object'
            ? type.attributes.keys()
            : entriesOf(map).keys();
      if (names === undefined) return withMarks(unknownValue(returnType), map.marks);
      return withMarks(listOrTuple(returnType, Array.from(names, stringValue)), map.marks);
    },
  }),
  defineFunction({
    name: 'values',
    parameters: [{ ...anyParameter('mapping'), allowMarked: true }],
    returns(args) {
      const map = argumentAt(args, 0);
      if (isOpen(map)) return DYNAMIC;
      const type = typeOf(map);
      if (type.kind === 'map') return listOf(type.element);
      if (type.kind === 'object') return tupleOf([...type.attributes.values()]);
      throw new FunctionError('values() requires a map as the first argument');
    },
    call(args, returnType) {
      const map = argumentAt(args, 0);
      if (isOpen(map)) return withMarks(unknownValue(returnType), map.marks);
      return withMarks(listOrTuple(returnType, [...entriesOf(map).values()]), map.marks);
    },
  }),
  defineFunction({
    name: 'lookup',
    parameters: [
      // The type of a resource without schema is not known, but some of its attributes are.
      { ...anyParameter('inputMap'), allowMarked: true, allowUnknown: true, allowDynamicType: true },
      { ...stringParameter('key'), allowMarked: true, allowUnknown: true },
    ],
    variadic: rawParameter('default'),
    returns: lookupType,
    mayBeNull: true,
    call: lookup,
  }),
  defineFunction({
    name: 'merge',
    parameters: [],
    variadic: { ...anyParameter('maps'), allowDynamicType: true, allowNull: true, allowMarked: true },
    returns: mergeType,
    call: merge,
  }),
  defineFunction({
    name: 'zipmap',
    parameters: [
      { name: 'keys', type: listOf(STRING), allowMarked: true },
      { ...anyParameter('values'), allowMarked: true },
    ],
    returns: zipmapType,
    call: zipmap,
  }),
  defineFunction({
    name: 'matchkeys',
    parameters: [
      { name: 'values', type: listOf(DYNAMIC) },
      { name: 'keys', type: listOf(DYNAMIC) },
      { name: 'searchset', type: listOf(DYNAMIC) },
    ],
    returns(args) {
      if (unify([typeOf(argumentAt(args, 1)), typeOf(argumentAt(args, 2))], true) === undefined) {
        throw new FunctionError('keys and searchset must be of the same type');
      }
      return typeOf(argumentAt(args, 0));
    },
    call: matchKeys,
  }),
  defineFunction({
    name: 'transpose',
    parameters: [{ name: 'values', type: mapOf(listOf(STRING)) }],
    returns: mapOf(listOf(STRING)),
    call: (args, returnType) => transpose(argumentAt(args, 0), returnType),
  }),
];

/** Whether it may have attributes that are not listed: a resource whose schema is not at hand. */
function isOpen(value: Value): boolean {
  return value.kind === 'object' && value.open !== undefined;
}

const NO_ENTRIES: ReadonlyMap<string, Value> = new Map();

function entriesOf(value: Value): ReadonlyMap<string, Value> {
  if (value.kind === 'map') return value.elements;
  return value.kind === 'object' ? value.attributes : NO_ENTRIES;
}

function lookupType(args: readonly Value[]): Type {
  if (args.length > 3) throw new FunctionError(`lookup() takes two or three arguments, got ${args.length}`);
  const map = argumentAt(args, 0);
  const type = typeOf(map);
  const key = argumentAt(args, 1);
  const fallback = args[2];
  if (map.kind === 'object' && map.open !== undefined) {
    const listed = key.kind === 'string' ? map.attributes.get(key.value) : undefined;
    return listed === undefined ? DYNAMIC : typeOf(listed);
  }
  if (type.kind === 'dynamic') return DYNAMIC;
  if (type.kind === 'object') {
    if (key.kind !== 'string') return DYNAMIC;
    const attribute = type.attributes.get(key.value);
    if (attribute !== undefined) return attribute;
    if (fallback !== undefined) return typeOf(fallback);
    throw new FunctionError(`the given object has no attribute ${quote(key.value)}`, 0);
  }
  if (type.kind !== 'map') throw new FunctionError('lookup() requires a map as the first argument', 0);
  if (fallback !== undefined && isConversionFailure(convert(fallback, type.element))) {
    throw new FunctionError('the default value must have the same type as the map elements', 2);
  }
  return type.element;
}

function lookup(args: readonly Value[], returnType: Type): Value {
  const map = argumentAt(args, 0);
  const key = argumentAt(args, 1);
  const marks = [map.marks, key.marks];
  if (map.kind === 'unknown' || key.kind !== 'string') return withMarks(unknownValue(returnType), ...marks);
  const found = entriesOf(map).get(key.value);
  if (found !== undefined) return withMarks(found, ...marks);
  if (isOpen(map)) return withMarks(unknownValue(returnType), ...marks);
  const fallback = args[2];
  if (fallback !== undefined) {
    const converted = convert(fallback, returnType);
    if (isConversionFailure(converted)) throw new FunctionError(converted.message);
    return withMarks(converted, ...marks);
  }
  const shown = hasMark(key, 'sensitive') ? '(sensitive value)' : quote(key.value);
  throw new FunctionError(`lookup failed to find key ${shown}`);
}

function mergeType(args: readonly Value[]): Type {
  const [first] = args;
  if (first === undefined) return EMPTY_OBJECT;
  const attributes = new Map<string, Type>();
  let isAlike = true;
  let areNamesKnown = true;
  for (const map of args) {
    const type = typeOf(map);
    if (type.kind === 'dynamic' || isOpen(map)) return DYNAMIC;
    if (type.kind !== 'map' && type.kind !== 'object') {
      throw new FunctionError(`arguments must be maps or objects, got ${quote(friendlyTypeName(type))}`);
    }
    if (type.kind === 'object') {
      if (map.kind !== 'null') for (const [name, attribute] of type.attributes) attributes.set(name, attribute);
    } else if (map.kind === 'map') {
      for (const key of map.elements.keys()) attributes.set(key, type.element);
    } else if (map.kind !== 'null') areNamesKnown = false;
    isAlike &&= typesEqual(type, typeOf(first));
  }
  if (isAlike) return typeOf(first);
  return areNamesKnown ? objectOf(attributes) : DYNAMIC;
}

function merge(args: readonly Value[], returnType: Type): Value {
  const merged = new Map<string, Value>();
  let marks: Marks;
  let isPartlyOpen = false;
  for (const map of args) {
    if (map.kind === 'null') continue;
    // Beside a null of no type go-cty does not look at the types first, and an empty list has nothing to stumble over.
    if (isKnownSequence(map) && map.elements.length === 0) continue;
    if (map.kind !== 'map' && map.kind !== 'object') {
      throw new FunctionError('panic in function implementation: attempt to iterate on non-collection, non-tuple type');
    }
    marks = mergeMarks(marks, map.marks);
    isPartlyOpen ||= isOpen(map);
    for (const [key, value] of entriesOf(map)) merged.set(key, value);
  }
  if (isPartlyOpen) return withMarks(unknownValue(DYNAMIC), marks);
  // Nulls of one object type leave nothing; go-cty then fails to make the object that the type promises.
  if (returnType.kind === 'object' && [...returnType.attributes.keys()].some((name) => !merged.has(name))) {
    throw new FunctionError(
      'panic in function implementation: returned value does not conform to expected return type',
    );
  }
  const result = returnType.kind === 'map' ? mapValue(returnType.element, merged) : objectValue(merged);
  return withMarks(result, marks);
}

function zipmapType(args: readonly Value[]): Type {
  const keys = argumentAt(args, 0);
  const type = typeOf(argumentAt(args, 1));
  if (type.kind === 'list') return mapOf(type.element);
  if (type.kind !== 'tuple') throw new FunctionError('values argument must be a list or tuple value');
  if (!isWhollyKnown(keys)) return DYNAMIC;
  const names = sequenceElements(keys);
  if (names.length !== type.elements.length) throw lengthMismatch(names.length, type.elements.length);
  const attributes: [string, Type][] = [];
  for (const [i, name] of names.entries()) {
    if (name.kind !== 'string') throw new FunctionError(`keys list has null value at index ${i}`);
    attributes.push([name.value, type.elements[i] ?? DYNAMIC]);
  }
  return objectOf(attributes);
}

function zipmap(args: readonly Value[], returnType: Type): Value {
  const keys = argumentAt(args, 0);
  const values = argumentAt(args, 1);
  let marks = mergeMarks(keys.marks, values.marks);
  if (!isWhollyKnown(keys)) return withMarks(unknownValue(returnType), marks);
  const names = sequenceElements(keys);
  const elements = sequenceElements(values);
  if (names.length !== elements.length) throw lengthMismatch(names.length, elements.length);
  const entries: [string, Value][] = [];
  for (const [i, name] of names.entries()) {
    if (name.kind !== 'string') throw new FunctionError(`keys list has null value at index ${i}`);
    entries.push([name.value, elements[i] ?? nullValue(DYNAMIC)]);
    // Keys carry no marks of their own, so the map takes them.
    marks = mergeMarks(marks, name.marks);
  }
  const result = returnType.kind === 'map' ? mapValue(returnType.element, entries) : objectValue(entries);
  return withMarks(result, marks);
}

function lengthMismatch(keys: number, values: number): FunctionError {
  return new FunctionError(`number of keys (${keys}) does not match number of values (${values})`);
}

function matchKeys(args: readonly Value[], returnType: Type): Value {
  const values = argumentAt(args, 0);
  const elementType = returnType.kind === 'list' ? returnType.element : DYNAMIC;
  const type = unify([typeOf(argumentAt(args, 1)), typeOf(argumentAt(args, 2))], true) ?? DYNAMIC;
  const keys = convert(argumentAt(args, 1), type);
  const searchSet = convert(argumentAt(args, 2), type);
  if (isConversionFailure(keys) || isConversionFailure(searchSet))
    throw new FunctionError('keys and searchset must be of the same type');
  if (!isKnownSequence(values)) return unknownValue(returnType);
  const elements = values.elements;
  const keyElements = sequenceElements(keys);
  if (elements.length !== keyElements.length) throw new FunctionError('length of keys and values should be equal');
  const wanted = sequenceElements(searchSet);
  if (wanted.length === 0) return listValue(elementType, []);
  if (!isWhollyKnown(values) || !isWhollyKnown(keys)) return unknownValue(returnType);
  // Behind an unknown element of the search set nothing is found: as in Terraform, meeting it empties the result.
  const firstUnknown = wanted.findIndex(containsUnknown);
  const searched = new Set((firstUnknown < 0 ? wanted : wanted.slice(0, firstUnknown)).map(hashKey));
  const matched: Value[] = [];
  for (const [i, key] of keyElements.entries()) {
    const element = elements[i];
    if (searched.has(hashKey(key))) {
      if (element !== undefined) matched.push(element);
    } else if (firstUnknown >= 0) return listValue(elementType, []);
  }
  return listValue(elementType, matched);
}

function transpose(map: Value, returnType: Type): Value {
  if (!isWhollyKnown(map)) return unknownValue(returnType);
  const transposed = new Map<string, string[]>();
  for (const [key, list] of entriesOf(map)) {
    if (list.kind === 'null') throw new FunctionError('input must not contain null list');
    for (const element of sequenceElements(list)) {
      if (element.kind !== 'string') throw new FunctionError('input list must not contain null string');
      const keys = transposed.get(element.value);
      if (keys === undefined) transposed.set(element.value, [key]);
      else keys.push(key);
    }
  }
  return mapValue(
    listOf(STRING),
    Array.from(transposed, ([key, keys]) => [key, listValue(STRING, keys.toSorted(compareNames).map(stringValue))]),
  );
}
