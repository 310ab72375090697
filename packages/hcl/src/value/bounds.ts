import type { Refinement, Value } from './value.ts';

/** The commonest refinement. */
export const NOT_NULL: Refinement = { notNull: true };

/** A number that bounds others, and whether it is one of them. */
export type Bound = NonNullable<Refinement['lower']>;

/** Whether it is known that a value is not null, be it known or not. */
export function isDefinitelyNotNull(value: Value): boolean {
  return value.kind === 'unknown' ? value.refinement?.notNull === true : value.kind !== 'null';
}

/** What is known of the number of elements of a collection, tuple or object. `max` may be `Infinity`. */
export function lengthBounds(value: Value): { readonly min: number; readonly max: number } {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return { min: value.elements.length, max: value.elements.length };
    case 'set':
      if (value.elements.length <= 1 || value.contains === 0) {
        return { min: value.elements.length, max: value.elements.length };
      }
      return { min: 0, max: Infinity };
    case 'map':
      return { min: value.elements.size, max: value.elements.size };
    case 'object':
      return { min: value.attributes.size, max: value.attributes.size };
    case 'unknown':
      return { min: value.refinement?.minLength ?? 0, max: value.refinement?.maxLength ?? Infinity };
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
      return { min: 0, max: Infinity };
  }
}

/** What is known of a number: itself when known. A side without bound is undefined. */
export function numberBounds(value: Value): { readonly lower: Bound | undefined; readonly upper: Bound | undefined } {
  if (value.kind === 'number') {
    const bound: Bound = { value, inclusive: true };
    return { lower: bound, upper: bound };
  }
  if (value.kind !== 'unknown') return { lower: undefined, upper: undefined };
  return { lower: value.refinement?.lower, upper: value.refinement?.upper };
}
