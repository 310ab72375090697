import { compareNumbers } from './big-float.ts';
import { containsUnknown, extentOfAll } from './extent.ts';
import type { Marks } from './marks.ts';
import { elementsOf, marksDeep, mergeMarks, unmarkDeep } from './marks.ts';
import { formatNumber, formatShort } from './number-text.ts';
import { quote } from './quote.ts';
import type { Type } from './type.ts';
import { compareNames } from './type.ts';
import type { NumberValue, SetValue, Value } from './value.ts';

/**
 * Makes a set: without duplicates, in cty's order, with the marks of all its elements on itself. Unknown elements are kept apart,
 * as each may become anything.
 * @param elements all of the element type
 */
export function setValue(elementType: Type, elements: Iterable<Value>): SetValue {
  let marks: Marks;
  const distinct: Value[] = [];
  const seen = new Set<string>();
  for (const given of elements) {
    marks = mergeMarks(marks, marksDeep(given));
    const element = unmarkDeep(given);
    if (!containsUnknown(element)) {
      const key = hashKey(element);
      if (seen.has(key)) continue;
      seen.add(key);
    }
    distinct.push(element);
  }
  const sorted = sortElements(elementType, distinct);
  const { depth, weight, contains } = extentOfAll(sorted);
  return { kind: 'set', elementType, elements: sorted, depth, weight, contains, marks };
}

export function emptySet(elementType: Type): SetValue {
  return setValue(elementType, []);
}

/** Whether the set holds the value; unknown values are in no set. The keys of a set are computed once. */
export function setHas(set: SetValue, value: Value): boolean {
  if (containsUnknown(value)) return false;
  let keys = keysOfSets.get(set);
  if (keys === undefined) {
    keys = new Set();
    for (const element of set.elements) if (!containsUnknown(element)) keys.add(hashKey(element));
    keysOfSets.set(set, keys);
  }
  return keys.has(hashKey(value));
}

const keysOfSets = new WeakMap<SetValue, Set<string>>();

/**
 * A text that is the same for wholly known values of one type exactly when they are equal, for use as the key of a map. Only 0 and -0
 * are equal and have different keys, as in cty, where a set can hold both. Marks do not count.
 */
export function hashKey(value: Value): string {
  // The quote keeps texts apart from everything else: null has the key `~`.
  return value.kind === 'string' ? `"${value.value}` : hashText(value, exactText);
}

function sortElements(type: Type, elements: Value[]): Value[] {
  if (elements.length < 2) return elements;
  switch (type.kind) {
    case 'string':
    case 'bool':
    case 'number':
      return elements.toSorted(compareScalars);
    case 'list':
    case 'set':
    case 'map':
    case 'tuple':
    case 'object':
    case 'dynamic': {
      const keyed = elements.map((element) => ({ element, key: hashText(element, shortText) }));
      keyed.sort((a, b) => rank(a.element) - rank(b.element) || compareNames(a.key, b.key));
      return keyed.map(({ element }) => element);
    }
  }
}

/** Known values come first, then unknown ones, then null. */
function rank(value: Value): number {
  return value.kind === 'null' ? 2 : value.kind === 'unknown' ? 1 : 0;
}

function compareScalars(a: Value, b: Value): number {
  if (a.kind === 'string' && b.kind === 'string') return compareNames(a.value, b.value);
  if (a.kind === 'number' && b.kind === 'number') {
    // Only 0 and -0 are equal here: they are told apart by their hash, and -0 comes first.
    return compareNumbers(a.value, b.value) || (a.value === 0 ? 1 : b.value === 0 ? -1 : 0);
  }
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value);
  return rank(a) - rank(b);
}

/** cty's `makeSetHashBytes`. */
function hashText(value: Value, format: (number: NumberValue) => string): string {
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'null':
      return '~';
    case 'number':
      return format(value);
    case 'bool':
      return value.value ? 'T' : 'F';
    case 'string':
      return quote(value.value);
    case 'map': {
      let text = '{';
      for (const [key, element] of value.elements) text += `${quote(key)}:${hashText(element, format)};`;
      return `${text}}`;
    }
    case 'list':
    case 'set':
    case 'tuple':
    case 'object': {
      let text = '';
      for (const element of elementsOf(value)) text += `${hashText(element, format)};`;
      return value.kind === 'list' || value.kind === 'set' ? `[${text}]` : `<${text}>`;
    }
  }
}

function exactText({ value, precision }: NumberValue): string {
  if (typeof value === 'number') return String(value);
  // Numbers with a fraction are equal when their shortest texts are; whole ones when they are the same.
  return value.exponent < 0 ? formatNumber(value, precision) : `${value.mantissa}p${value.exponent}`;
}

function shortText({ value }: NumberValue): string {
  return formatShort(value);
}
