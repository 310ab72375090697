import { compareNumbers, isInteger, sign } from './big-float.ts';
import { isDefinitelyNotNull, lengthBounds, NOT_NULL, numberBounds } from './bounds.ts';
import { FALSE, TRUE, unknownValue } from './construct.ts';
import { containsMarks } from './extent.ts';
import { elementsOf, marksDeep, mergeMarks, unmarkDeep, withMarks } from './marks.ts';
import { formatNumber } from './number-text.ts';
import { setHas } from './set.ts';
import { BOOL } from './type.ts';
import { conformsTo, hasDynamicTypes, typeOf, typesEqual } from './type-of.ts';
import type { NumberValue, SetValue, UnknownValue, Value } from './value.ts';
import { waitsForOf } from './waits.ts';

/** What `==` gives before it is made a value: undefined when it cannot be known yet. */
export type Truth = boolean | undefined;

/** Terraform's `==` as cty's `Equals`: true, false or an unknown bool, with the marks of both sides. */
export function equalValues(a: Value, b: Value): Value {
  const isMarked = containsMarks(a) || containsMarks(b);
  const truth = isMarked ? compareForEquality(unmarkDeep(a), unmarkDeep(b)) : compareForEquality(a, b);
  const result = truthValue(truth, a, b);
  return isMarked ? withMarks(result, mergeMarks(marksDeep(a), marksDeep(b))) : result;
}

/** True, false, or an unknown bool that waits for what the values wait for. */
export function truthValue(truth: Truth, ...inputs: readonly Value[]): Value {
  if (truth === true) return TRUE;
  if (truth === false) return FALSE;
  return unknownValue(BOOL, { refinement: NOT_NULL, waitsFor: waitsForOf(...inputs) });
}

/**
 * cty's `Equals` on values without marks: nulls of any type are equal, and an unknown part makes the answer unknown unless another part differs.
 */
export function compareForEquality(a: Value, b: Value): Truth {
  if (a === b && a.kind !== 'unknown' && !('contains' in a && a.contains !== 0)) return true;
  if (a.kind === 'null' && isDefinitelyNotNull(b)) return false;
  if (b.kind === 'null' && isDefinitelyNotNull(a)) return false;
  if (a.kind === 'unknown' || b.kind === 'unknown') return compareUnknown(a, b);
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  if (a.kind === 'string') return b.kind === 'string' && a.value === b.value;
  if (a.kind === 'bool') return b.kind === 'bool' && a.value === b.value;
  if (a.kind === 'number') return b.kind === 'number' && numbersEqual(a, b);
  if (b.kind === 'string' || b.kind === 'bool' || b.kind === 'number') return false;
  if ((a.kind === 'object' && a.open !== undefined) || (b.kind === 'object' && b.open !== undefined)) {
    return a.kind === b.kind ? undefined : false;
  }

  const typeA = typeOf(a);
  const typeB = typeOf(b);
  if (!hasWhollyKnownType(a) || !hasWhollyKnownType(b)) {
    return !conformsTo(typeA, typeB) && !conformsTo(typeB, typeA) ? false : undefined;
  }
  if (!typesEqual(typeA, typeB)) return false;

  switch (a.kind) {
    case 'list':
    case 'tuple':
      return b.kind === a.kind ? sequencesEqual(a.elements, b.elements) : false;
    case 'set':
      return b.kind === 'set' ? setsEqual(a, b) : false;
    case 'map':
      return b.kind === 'map' ? mapsEqual(a.elements, b.elements) : false;
    case 'object':
      return b.kind === 'object' ? mapsEqual(a.attributes, b.attributes) : false;
  }
}

/** cty's equality of numbers: exact for integers, otherwise that of their shortest texts, so that precision does not matter. */
export function numbersEqual(a: NumberValue, b: NumberValue): boolean {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value === b.value;
  if (sign(a.value) !== sign(b.value)) return false;
  if (isInteger(a.value) || isInteger(b.value)) return compareNumbers(a.value, b.value) === 0;
  if (a.precision === b.precision) return compareNumbers(a.value, b.value) === 0;
  return formatNumber(a.value, a.precision) === formatNumber(b.value, b.precision);
}

/**
 * Whether two values are the same in every respect: type, null, marks, and for unknown values their refinements.
 * Unlike `==` it always has an answer.
 */
export function rawEquals(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || String(a.marks) !== String(b.marks)) return false;
  switch (a.kind) {
    case 'string':
    case 'bool':
      return 'value' in b && a.value === b.value;
    case 'number':
      return b.kind === 'number' && numbersEqual(a, b);
    case 'null':
      return b.kind === 'null' && typesEqual(a.type, b.type);
    case 'unknown':
      return b.kind === 'unknown' && typesEqual(a.type, b.type) && refinementKey(a) === refinementKey(b);
    case 'list':
    case 'set':
    case 'tuple':
    case 'map':
    case 'object':
      return typesEqual(typeOf(a), typeOf(b)) && elementsRawEqual(a, b);
  }
}

function compareUnknown(a: Value, b: Value): Truth {
  if (a.kind === 'unknown' && b.kind === 'unknown') return undefined;
  if (a.kind === 'unknown') return compareKnownWithUnknown(b, a);
  return b.kind === 'unknown' ? compareKnownWithUnknown(a, b) : undefined;
}

function compareKnownWithUnknown(known: Value, unknown: UnknownValue): Truth {
  if (rangeExcludes(unknown, known)) return false;
  if (known.kind === 'null' || hasDynamicTypes(unknown.type)) return undefined;
  return typesEqual(typeOf(known), unknown.type) ? undefined : false;
}

/** Whether what is known of the unknown value rules out that it becomes the known one. */
function rangeExcludes(unknown: UnknownValue, known: Value): boolean {
  const { type, refinement } = unknown;
  if (known.kind === 'null') return refinement?.notNull === true;
  if (!conformsTo(typeOf(known), type)) return true;
  if (refinement === undefined) return false;
  if (known.kind === 'string') return refinement.prefix !== undefined && !known.value.startsWith(refinement.prefix);
  if (known.kind === 'number') {
    const { lower, upper } = numberBounds(unknown);
    if (lower !== undefined) {
      const order = compareNumbers(known.value, lower.value.value);
      if (order < 0 || (order === 0 && !lower.inclusive)) return true;
    }
    if (upper !== undefined) {
      const order = compareNumbers(known.value, upper.value.value);
      if (order > 0 || (order === 0 && !upper.inclusive)) return true;
    }
    return false;
  }
  if (known.kind === 'list' || known.kind === 'set' || known.kind === 'map') {
    const have = lengthBounds(known);
    return have.max < (refinement.minLength ?? 0) || have.min > (refinement.maxLength ?? Infinity);
  }
  return false;
}

function hasWhollyKnownType(value: Value): boolean {
  if (value.kind === 'object' && value.open !== undefined) return false;
  switch (value.kind) {
    case 'unknown':
      return !hasDynamicTypes(value.type);
    case 'list':
    case 'map':
    case 'set':
    case 'tuple':
    case 'object':
      if (value.contains === 0) return true;
      for (const element of elementsOf(value)) if (!hasWhollyKnownType(element)) return false;
      return true;
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
      return true;
  }
}

function sequencesEqual(a: readonly Value[], b: readonly Value[]): Truth {
  if (a.length !== b.length) return false;
  for (const [i, element] of a.entries()) {
    const other = b[i];
    const equal = other === undefined ? false : compareForEquality(element, other);
    if (equal !== true) return equal;
  }
  return true;
}

function mapsEqual(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): Truth {
  if (a.size !== b.size) return false;
  let result: Truth = true;
  for (const [key, element] of a) {
    const other = b.get(key);
    const equal = other === undefined ? false : compareForEquality(element, other);
    // cty looks at the keys in no particular order, so that a difference may or may not win over an unknown: here it wins.
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

function setsEqual(a: SetValue, b: SetValue): Truth {
  if (a.elements.some(isUnknown) || b.elements.some(isUnknown)) return undefined;
  return a.elements.every((element) => setHas(b, element)) && b.elements.every((element) => setHas(a, element));
}

function isUnknown(value: Value): boolean {
  return value.kind === 'unknown';
}

function elementsRawEqual(a: Value, b: Value): boolean {
  if (a.kind === 'map' || a.kind === 'object') {
    const left = a.kind === 'map' ? a.elements : a.attributes;
    const right = b.kind === 'map' ? b.elements : b.kind === 'object' ? b.attributes : undefined;
    if (right === undefined || left.size !== right.size) return false;
    for (const [key, element] of left) {
      const other = right.get(key);
      if (other === undefined || !rawEquals(element, other)) return false;
    }
    return true;
  }
  const left = [...elementsOf(a)];
  const right = [...elementsOf(b)];
  return left.length === right.length && left.every((element, i) => rawEqualAt(element, right[i]));
}

function rawEqualAt(a: Value, b: Value | undefined): boolean {
  return b !== undefined && rawEquals(a, b);
}

function refinementKey({ refinement }: UnknownValue): string {
  if (refinement === undefined) return '';
  const { notNull, prefix, lower, upper, minLength, maxLength } = refinement;
  return JSON.stringify([notNull, prefix, boundKey(lower), boundKey(upper), minLength, maxLength]);
}

function boundKey(bound: { readonly value: NumberValue; readonly inclusive: boolean } | undefined): string {
  return bound === undefined ? '' : `${bound.inclusive}${formatNumber(bound.value.value)}`;
}
