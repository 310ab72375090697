import type { ObjectType, TupleType, Type } from './type.ts';
import { DYNAMIC, objectOf, tupleOf } from './type.ts';
import { typesEqual } from './type-of.ts';
import { typeKey } from './type-text.ts';

/**
 * Whether cty's `convert` has a conversion between two types that are not the same.
 * @param unsafe also conversions that may fail for some values: text to number, map to object, list to set
 */
export function canConvert(given: Type, wanted: Type, unsafe: boolean): boolean {
  if (wanted.kind === 'dynamic') return true;
  if (given.kind === 'dynamic') return unsafe;
  switch (wanted.kind) {
    case 'string':
      return given.kind === 'number' || given.kind === 'bool';
    case 'number':
    case 'bool':
      return unsafe && given.kind === 'string';
    case 'list':
    case 'set':
      if (given.kind === 'tuple') return elementsConvert(given.elements, wanted.element, unsafe);
      if (given.kind === 'list' && wanted.kind === 'set' && !unsafe) return false;
      return (given.kind === 'list' || given.kind === 'set') && isReachable(given.element, wanted.element, unsafe);
    case 'map':
      // Here cty asks for a conversion of the elements even when they have the type already, and there is none for primitive types.
      if (given.kind === 'map') return canConvert(given.element, wanted.element, unsafe);
      return given.kind === 'object' && elementsConvert([...given.attributes.values()], wanted.element, unsafe, true);
    case 'tuple':
      return given.kind === 'tuple' && tupleConverts(given, wanted, unsafe);
    case 'object':
      if (given.kind === 'object') return objectConverts(given, wanted, unsafe);
      return given.kind === 'map' && unsafe && mapConvertsToObject(given.element, wanted);
  }
}

/**
 * The most general type that all the given ones convert to, as cty's `unify`.
 * @returns undefined when there is none, or no type is given
 */
export function unify(given: readonly Type[], unsafe: boolean): Type | undefined {
  const types = withoutRepetition(given);
  const [first] = types;
  if (first === undefined) return undefined;
  if (types.length === 1 && first.kind !== 'object' && first.kind !== 'tuple') return first;
  const count = { list: 0, set: 0, map: 0, tuple: 0, object: 0, dynamic: 0, string: 0, number: 0, bool: 0 };
  for (const type of types) count[type.kind]++;
  const total = types.length;

  if (count.map > 0 && count.map + count.dynamic === total)
    return unifyCollections('map', types, unsafe, count.dynamic > 0);
  if (count.map > 0 && count.map + count.object + count.dynamic === total) {
    const unified = unifyObjectsAsMaps(types, unsafe);
    if (unified !== undefined) return unified;
  } else if (count.list > 0 && count.list + count.dynamic === total) {
    return unifyCollections('list', types, unsafe, count.dynamic > 0);
  } else if (count.list > 0 && count.list + count.tuple + count.dynamic === total) {
    const unified = unifyTuplesAsLists(types, unsafe);
    if (unified !== undefined) return unified;
  } else if (count.set > 0 && count.set + count.dynamic === total) {
    return unifyCollections('set', types, unsafe, count.dynamic > 0);
  } else if (count.object > 0 && count.object + count.dynamic === total) {
    return count.dynamic > 0 ? DYNAMIC : unifyObjects(types.filter(isObject), unsafe);
  } else if (count.tuple > 0 && count.tuple + count.dynamic === total) {
    return count.dynamic > 0 ? DYNAMIC : unifyTuples(types.filter(isTuple), unsafe);
  } else if (count.object > 0 && count.tuple > 0) return undefined;

  return types.length > MAX_COMPARED_TYPES ? undefined : mostGeneral(types, unsafe);
}

/** More different types than this, none of them of one kind, are not compared with each other: that takes quadratic time. */
const MAX_COMPARED_TYPES = 500;

function withoutRepetition(types: readonly Type[]): readonly Type[] {
  if (types.length < 2) return types;
  const seen = new Map<string, Type>();
  for (const type of types) {
    const key = typeKey(type);
    if (!seen.has(key)) seen.set(key, type);
  }
  return seen.size === types.length ? types : [...seen.values()];
}

function isReachable(given: Type, wanted: Type, unsafe: boolean): boolean {
  return typesEqual(given, wanted) || canConvert(given, wanted, unsafe);
}

function elementsConvert(given: readonly Type[], wanted: Type, unsafe: boolean, isMap = false): boolean {
  if (given.length === 0) return true;
  let target = wanted;
  if (target.kind === 'dynamic') {
    const unified = unify(given, unsafe);
    if (unified === undefined) return false;
    // An element type that stays unknown will do only when it is that of all elements.
    if (unified.kind === 'dynamic' && !isMap) return given.every(({ kind }) => kind === 'dynamic');
    target = unified;
  }
  return given.every((element) => isReachable(element, target, unsafe));
}

function tupleConverts(given: TupleType, wanted: TupleType, unsafe: boolean): boolean {
  if (given.elements.length !== wanted.elements.length) return false;
  return given.elements.every((element, i) => isReachable(element, wanted.elements[i] ?? DYNAMIC, unsafe));
}

function objectConverts(given: ObjectType, wanted: ObjectType, unsafe: boolean): boolean {
  for (const [name, attribute] of wanted.attributes) {
    const source = given.attributes.get(name);
    if (source === undefined) {
      if (!wanted.optional.has(name)) return false;
    } else if (!isReachable(source, attribute, unsafe)) return false;
  }
  return true;
}

function mapConvertsToObject(element: Type, wanted: ObjectType): boolean {
  for (const [name, attribute] of wanted.attributes) {
    // An optional attribute is no obstacle before it is known that the map has it.
    if (!isReachable(element, attribute, true) && !wanted.optional.has(name)) return false;
  }
  return true;
}

function isObject(type: Type): type is ObjectType {
  return type.kind === 'object';
}

function isTuple(type: Type): type is TupleType {
  return type.kind === 'tuple';
}

function unifyCollections(
  kind: 'list' | 'set' | 'map',
  types: readonly Type[],
  unsafe: boolean,
  hasDynamic: boolean,
): Type | undefined {
  // What an unknown type turns out to be decides which way unification goes, so nothing can be said yet.
  if (hasDynamic) return DYNAMIC;
  const elements: Type[] = [];
  for (const type of types) if ('element' in type) elements.push(type.element);
  const element = unify(elements, unsafe);
  if (element === undefined) return undefined;
  const result: Type = { kind, element };
  return types.every((type) => isReachable(type, result, unsafe)) ? result : undefined;
}

function unifyObjectsAsMaps(types: readonly Type[], unsafe: boolean): Type | undefined {
  const map = unifyToMap(types.filter(isObject), unsafe);
  if (map === undefined) return undefined;
  const unified = unify(
    types.map((type) => (type.kind === 'object' ? map : type)),
    unsafe,
  );
  return unified?.kind === 'map' ? unified : undefined;
}

function unifyTuplesAsLists(types: readonly Type[], unsafe: boolean): Type | undefined {
  const list = unifyToList(types.filter(isTuple), unsafe);
  if (list === undefined) return undefined;
  const unified = unify(
    types.map((type) => (type.kind === 'tuple' ? list : type)),
    unsafe,
  );
  return unified?.kind === 'list' ? unified : undefined;
}

function unifyObjects(types: readonly ObjectType[], unsafe: boolean): Type | undefined {
  const [first] = types;
  if (first === undefined) return undefined;
  const haveSameNames = types.every(
    ({ attributes }) =>
      attributes.size === first.attributes.size && [...attributes.keys()].every((name) => first.attributes.has(name)),
  );
  if (!haveSameNames) return unifyToMap(types, unsafe);
  const attributes: [string, Type][] = [];
  for (const name of first.attributes.keys()) {
    const unified = unify(
      types.map((type) => type.attributes.get(name) ?? DYNAMIC),
      unsafe,
    );
    if (unified === undefined) return undefined;
    attributes.push([name, unified]);
  }
  const result = objectOf(attributes);
  return types.every((type) => isReachable(type, result, unsafe)) ? result : unifyToMap(types, unsafe);
}

function unifyToMap(types: readonly ObjectType[], unsafe: boolean): Type | undefined {
  const element = unify(
    types.flatMap(({ attributes }) => [...attributes.values()]),
    unsafe,
  );
  if (element === undefined) return undefined;
  const result: Type = { kind: 'map', element };
  return types.every((type) => isReachable(type, result, unsafe)) ? result : undefined;
}

function unifyTuples(types: readonly TupleType[], unsafe: boolean): Type | undefined {
  const [first] = types;
  if (first === undefined) return undefined;
  if (types.some(({ elements }) => elements.length !== first.elements.length)) return unifyToList(types, unsafe);
  const elements: Type[] = [];
  for (const i of first.elements.keys()) {
    const unified = unify(
      types.map((type) => type.elements[i] ?? DYNAMIC),
      unsafe,
    );
    if (unified === undefined) return undefined;
    elements.push(unified);
  }
  const result = tupleOf(elements);
  return types.every((type) => isReachable(type, result, unsafe)) ? result : unifyToList(types, unsafe);
}

function unifyToList(types: readonly TupleType[], unsafe: boolean): Type | undefined {
  const element = unify(
    types.flatMap(({ elements }) => elements),
    unsafe,
  );
  if (element === undefined) return undefined;
  const result: Type = { kind: 'list', element };
  return types.every((type) => isReachable(type, result, unsafe)) ? result : undefined;
}

/** The first of the types, the most general ones first, that all others convert to. */
function mostGeneral(types: readonly Type[], unsafe: boolean): Type | undefined {
  for (const index of sortByGenerality(types)) {
    const wanted = types[index];
    if (wanted === undefined) continue;
    if (types.every((type) => isReachable(type, wanted, unsafe))) return wanted;
  }
  return undefined;
}

/** cty's `sortTypes`: a topological order of "more general than" that keeps the order of types that do not compare. */
function sortByGenerality(types: readonly Type[]): readonly number[] {
  const edges: number[][] = types.map(() => []);
  const incoming: number[] = types.map(() => 0);
  for (const [i, a] of types.entries()) {
    for (let j = i + 1; j < types.length; j++) {
      const order = compareGenerality(a, types[j] ?? DYNAMIC);
      if (order === 0) continue;
      const [from, to] = order < 0 ? [i, j] : [j, i];
      edges[from]?.push(to);
      incoming[to] = (incoming[to] ?? 0) + 1;
    }
  }
  const queue: number[] = [];
  for (const [i, n] of incoming.entries()) if (n === 0) queue.push(i);
  for (const i of queue) {
    for (const j of edges[i] ?? []) {
      const left = (incoming[j] ?? 0) - 1;
      incoming[j] = left;
      if (left === 0) queue.push(j);
    }
  }
  return queue;
}

/** cty's `compareTypes`. @returns negative when `a` is more general */
function compareGenerality(a: Type, b: Type): number {
  if (a.kind === 'dynamic' || b.kind === 'dynamic') return a.kind === b.kind ? 0 : a.kind === 'dynamic' ? 1 : -1;
  if (isPrimitive(a) && isPrimitive(b)) {
    if (a.kind === b.kind) return 0;
    return a.kind === 'string' ? -1 : b.kind === 'string' ? 1 : 0;
  }
  if ('element' in a && 'element' in b && a.kind === b.kind) return compareGenerality(a.element, b.element);
  const rank = GENERALITY[a.kind]?.indexOf(b.kind) ?? -1;
  if (rank >= 0) return -1;
  if ((GENERALITY[b.kind]?.indexOf(a.kind) ?? -1) >= 0) return 1;
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.attributes.size !== b.attributes.size) return 0;
    const orders: number[] = [];
    for (const [name, attribute] of a.attributes) {
      const other = b.attributes.get(name);
      if (other === undefined) return 0;
      orders.push(compareGenerality(attribute, other));
    }
    return agreement(orders);
  }
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    if (a.elements.length !== b.elements.length) return 0;
    return agreement(a.elements.map((element, i) => compareGenerality(element, b.elements[i] ?? DYNAMIC)));
  }
  return 0;
}

/** What each kind is more general than. */
const GENERALITY: { readonly [K in Type['kind']]?: readonly Type['kind'][] } = {
  map: ['object'],
  list: ['tuple', 'set'],
  tuple: ['set'],
};

function agreement(orders: readonly number[]): number {
  const hasBefore = orders.some((order) => order < 0);
  const hasAfter = orders.some((order) => order > 0);
  return hasBefore === hasAfter ? 0 : hasBefore ? -1 : 1;
}

function isPrimitive(type: Type): boolean {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
}
