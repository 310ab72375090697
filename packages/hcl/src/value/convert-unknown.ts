import { unknownValue } from './construct.ts';
import { refine } from './refine.ts';
import type { CollectionType, ObjectType, Type } from './type.ts';
import { objectOf, tupleOf } from './type.ts';
import { unify } from './unify.ts';
import type { Refinement, UnknownValue, Value } from './value.ts';

/**
 * Converts an unknown value: it keeps what it stands for, and of what is known of it the part that conversion does not change.
 * @param type without optional attributes
 */
export function convertUnknown(value: UnknownValue, type: Type): Value {
  const target = replaceDynamic(value.type, type);
  const { origin, waitsFor } = value;
  const keepsText = value.type.kind === 'string' && target.kind === 'string';
  const converted = unknownValue(target, { origin, waitsFor, parts: keepsText ? value.parts : undefined });
  return refine(converted, convertedRefinement(value, target));
}

/**
 * cty's `dynamicReplace`: the wanted type with every `any` in it replaced by what is there in the type given.
 * Types that do not match are possible inside, where an optional attribute is left out; then the wanted type stands.
 */
export function replaceDynamic(given: Type | undefined, wanted: Type): Type {
  if (given === undefined || given.kind === 'dynamic') return wanted;
  switch (wanted.kind) {
    case 'dynamic':
      return given;
    case 'string':
    case 'number':
    case 'bool':
      return wanted;
    case 'map':
      if (given.kind === 'map') return { kind: 'map', element: replaceDynamic(given.element, wanted.element) };
      if (given.kind === 'object') {
        return { kind: 'map', element: replaceDynamic(unify([...given.attributes.values()], true), wanted.element) };
      }
      return wanted;
    case 'list':
    case 'set':
      if (given.kind === 'list' || given.kind === 'set') {
        return { kind: wanted.kind, element: replaceDynamic(given.element, wanted.element) };
      }
      if (given.kind === 'tuple') {
        return { kind: wanted.kind, element: replaceDynamic(unify(given.elements, true), wanted.element) };
      }
      return wanted;
    case 'tuple':
      if (given.kind !== 'tuple') return wanted;
      return tupleOf(wanted.elements.map((element, i) => replaceDynamic(given.elements[i], element)));
    case 'object':
      return given.kind === 'map' || given.kind === 'object' ? replaceInObject(given, wanted) : wanted;
  }
}

function replaceInObject(given: CollectionType | ObjectType, wanted: ObjectType): ObjectType {
  const attributes: [string, Type][] = [];
  for (const [name, attribute] of wanted.attributes) {
    const source = given.kind === 'object' ? given.attributes.get(name) : given.element;
    attributes.push([name, replaceDynamic(source, attribute)]);
  }
  return objectOf(attributes);
}

/** cty's `prepareUnknownResult`. */
function convertedRefinement({ type, refinement }: UnknownValue, target: Type): Refinement {
  const notNull = refinement?.notNull === true ? { notNull: true } : {};
  if (type.kind === 'string' && target.kind === 'string') return refinement ?? {};
  if (type.kind === 'object' && target.kind === 'map') {
    return { ...notNull, minLength: type.attributes.size, maxLength: type.attributes.size };
  }
  if (type.kind === 'tuple' && target.kind === 'list') {
    return { ...notNull, minLength: type.elements.length, maxLength: type.elements.length };
  }
  if (type.kind === 'tuple' && target.kind === 'set') {
    return { ...notNull, minLength: Math.min(type.elements.length, 1), maxLength: type.elements.length };
  }
  const isCollection = type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
  if (!isCollection || refinement === undefined) return notNull;
  const { minLength, maxLength } = refinement;
  const least = target.kind === 'set' ? Math.min(minLength ?? 0, 1) : (minLength ?? 0);
  return { ...notNull, minLength: least, ...(maxLength === undefined ? {} : { maxLength }) };
}
