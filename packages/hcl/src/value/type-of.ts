import type { ObjectType, TupleType, Type } from './type.ts';
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, tupleOf } from './type.ts';
import type { ObjectValue, TupleValue, Value } from './value.ts';

/** The type of a value; for null and unknown the type it would have. That of an open object is `dynamic`: its attributes are not known. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'null':
    case 'unknown':
      return value.type;
    case 'list':
      return listOf(value.elementType);
    case 'set':
      return setOf(value.elementType);
    case 'map':
      return mapOf(value.elementType);
    case 'tuple':
      return value.elements.length === 0 ? EMPTY_TUPLE : structureType(value);
    case 'object':
      if (value.open !== undefined) return DYNAMIC;
      return value.attributes.size === 0 ? EMPTY_OBJECT : structureType(value);
  }
}

export const EMPTY_TUPLE: TupleType = tupleOf([]);
export const EMPTY_OBJECT: ObjectType = objectOf([]);

/** Whether two types are the same; optional attributes count. */
export function typesEqual(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return a.kind === b.kind;
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && typesEqual(a.element, b.element);
    case 'tuple':
      if (b.kind !== 'tuple' || a.elements.length !== b.elements.length) return false;
      return a.elements.every((element, i) => typesEqual(element, b.elements[i] ?? DYNAMIC));
    case 'object':
      if (b.kind !== 'object' || a.attributes.size !== b.attributes.size || a.optional.size !== b.optional.size) {
        return false;
      }
      for (const [name, type] of a.attributes) {
        const other = b.attributes.get(name);
        if (other === undefined || !typesEqual(type, other)) return false;
      }
      for (const name of a.optional) if (!b.optional.has(name)) return false;
      return true;
  }
}

/** Whether some part of the type is `dynamic`. */
export function hasDynamicTypes(type: Type): boolean {
  switch (type.kind) {
    case 'dynamic':
      return true;
    case 'list':
    case 'set':
    case 'map':
      return hasDynamicTypes(type.element);
    case 'tuple':
      return type.elements.some(hasDynamicTypes);
    case 'object':
      for (const attribute of type.attributes.values()) if (hasDynamicTypes(attribute)) return true;
      return false;
    case 'string':
    case 'number':
    case 'bool':
      return false;
  }
}

/** The type that values of a constraint have: the same without any optional attributes. */
export function withoutOptionalDeep(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map': {
      const element = withoutOptionalDeep(type.element);
      return element === type.element ? type : { kind: type.kind, element };
    }
    case 'tuple': {
      const elements = type.elements.map(withoutOptionalDeep);
      return elements.every((element, i) => element === type.elements[i]) ? type : tupleOf(elements);
    }
    case 'object': {
      let changed = type.optional.size > 0;
      const attributes: [string, Type][] = [];
      for (const [name, attribute] of type.attributes) {
        const plain = withoutOptionalDeep(attribute);
        if (plain !== attribute) changed = true;
        attributes.push([name, plain]);
      }
      return changed ? objectOf(attributes) : type;
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return type;
  }
}

/** Whether a value of the type may stand where `wanted` is asked for without conversion: `dynamic` in `wanted` allows anything. */
export function conformsTo(type: Type, wanted: Type): boolean {
  if (wanted.kind === 'dynamic' || type === wanted) return true;
  switch (wanted.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return type.kind === wanted.kind;
    case 'list':
    case 'set':
    case 'map':
      return type.kind === wanted.kind && conformsTo(type.element, wanted.element);
    case 'tuple':
      if (type.kind !== 'tuple' || type.elements.length !== wanted.elements.length) return false;
      return type.elements.every((element, i) => conformsTo(element, wanted.elements[i] ?? DYNAMIC));
    case 'object':
      if (type.kind !== 'object' || type.attributes.size !== wanted.attributes.size) return false;
      for (const [name, attribute] of type.attributes) {
        const other = wanted.attributes.get(name);
        if (other === undefined || !conformsTo(attribute, other)) return false;
      }
      return true;
  }
}

/** Types of structures are computed when first asked for and kept as long as the value. */
const structureTypes = new WeakMap<TupleValue | ObjectValue, Type>();

function structureType(value: TupleValue | ObjectValue): Type {
  let type = structureTypes.get(value);
  if (type === undefined) {
    if (value.kind === 'tuple') type = tupleOf(value.elements.map(typeOf));
    else {
      const attributes = new Map<string, Type>();
      for (const [name, attribute] of value.attributes) attributes.set(name, typeOf(attribute));
      type = { kind: 'object', attributes, optional: EMPTY_OBJECT.optional };
    }
    structureTypes.set(value, type);
  }
  return type;
}
