import type { Value } from '@tfwarden/hcl';
import { countClusters, integerValue, lengthBounds, NUMBER, refine, unknownValue, withMarks } from '@tfwarden/hcl';

/** What `length` gives: a number, or an unknown one with the bounds that are known. */
export function lengthOf(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return integerValue(countClusters(value.value, 0, value.value.length));
    case 'list':
    case 'tuple':
      return withMarks(integerValue(value.elements.length), value.marks);
    case 'map':
      return withMarks(integerValue(value.elements.size), value.marks);
    case 'object':
      // Of an object whose attributes are not all known only those that are listed can be counted.
      return withMarks(
        value.open === undefined
          ? integerValue(value.attributes.size)
          : unknownLength(value.attributes.size, undefined),
        value.marks,
      );
    case 'set': {
      const { min, max } = lengthBounds(value);
      const size = value.elements.length;
      const known = min === max ? integerValue(size) : unknownLength(1, size);
      return withMarks(known, value.marks);
    }
    case 'unknown':
      return withMarks(lengthOfUnknown(value), value.marks);
    case 'null':
    case 'number':
    case 'bool':
      return unknownValue(NUMBER);
  }
}

function lengthOfUnknown(value: Value & { readonly kind: 'unknown' }): Value {
  const { type, refinement } = value;
  switch (type.kind) {
    case 'tuple':
      return integerValue(type.elements.length);
    case 'object':
      return integerValue(type.attributes.size);
    case 'string': {
      const prefix = refinement?.prefix ?? '';
      return unknownLength(countClusters(prefix, 0, prefix.length), undefined);
    }
    case 'list':
    case 'set':
    case 'map':
      return unknownLength(refinement?.minLength ?? 0, refinement?.maxLength ?? MAX_INT);
    case 'number':
    case 'bool':
    case 'dynamic':
      return unknownValue(NUMBER);
  }
}

/** Go's `math.MaxInt`, as near as a number comes: no comparison that a configuration makes tells the difference. */
const MAX_INT = Number.MAX_SAFE_INTEGER;

function unknownLength(least: number, most: number | undefined): Value {
  return refine(unknownValue(NUMBER), {
    notNull: true,
    lower: { value: integerValue(least), inclusive: true },
    ...(most !== undefined && { upper: { value: integerValue(most), inclusive: true } }),
  });
}
