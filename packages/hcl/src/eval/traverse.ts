import type { TraversalStep } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { compareNumbers, isInteger, sign } from '../value/big-float.ts';
import { unknownValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { withMarks } from '../value/marks.ts';
import { formatNumber } from '../value/number-text.ts';
import { quote } from '../value/quote.ts';
import type { Type } from '../value/type.ts';
import { DYNAMIC, NUMBER, STRING } from '../value/type.ts';
import { typeOf } from '../value/type-of.ts';
import { friendlyTypeName } from '../value/type-text.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { hasErrorsSince, problem } from './problem.ts';
import { attributeStep, derivedUnknown, extend, partOfUnknown, UNKNOWN } from './unknown.ts';

/** Follows constant steps from `first` on; stops at the first that is in error. */
export function traverse(
  value: Value,
  steps: readonly TraversalStep[],
  first: number,
  diagnostics: Diagnostic[],
): Value {
  let current = value;
  for (let i = first; i < steps.length; i++) {
    const step = steps[i];
    if (step === undefined) break;
    const before = diagnostics.length;
    current =
      step.kind === 'attributeStep'
        ? attributeOf(current, step.name, step, diagnostics)
        : indexOf(current, step.key, step, diagnostics);
    if (diagnostics.length > before && hasErrorsSince(diagnostics, before)) return UNKNOWN;
  }
  return current;
}

/**
 * `value.name`, as hashicorp/hcl's `GetAttr`.
 * @param range subject of the diagnostics
 */
export function attributeOf(value: Value, name: string, range: Range, diagnostics: Diagnostic[]): Value {
  switch (value.kind) {
    case 'object': {
      const attribute = value.attributes.get(name);
      if (attribute !== undefined) return value.marks === undefined ? attribute : withMarks(attribute, value.marks);
      if (value.open !== undefined) {
        return unknownValue(DYNAMIC, { origin: extend(value.open, attributeStep(name)), marks: value.marks });
      }
      return fail(
        'Unsupported attribute',
        `This object does not have an attribute named ${quote(name)}.`,
        range,
        diagnostics,
      );
    }
    case 'map': {
      const element = value.elements.get(name);
      if (element !== undefined) return value.marks === undefined ? element : withMarks(element, value.marks);
      return fail(
        'Missing map element',
        `This map does not have an element with the key ${quote(name)}.`,
        range,
        diagnostics,
      );
    }
    case 'null':
      return fail(
        'Attempt to get attribute from null value',
        'This value is null, so it does not have any attributes.',
        range,
        diagnostics,
      );
    case 'unknown':
      return attributeOfUnknown(value, name, range, diagnostics);
    case 'string':
    case 'number':
    case 'bool':
    case 'list':
    case 'set':
    case 'tuple':
      return fail('Unsupported attribute', withoutAttributes(typeOf(value), name), range, diagnostics);
  }
}

/**
 * `collection[key]`, as hashicorp/hcl's `Index`.
 * @param range subject of the diagnostics
 */
export function indexOf(collection: Value, key: Value, range: Range, diagnostics: Diagnostic[]): Value {
  if (collection.kind === 'null') {
    const detail = 'This value is null, so it does not have any indices.';
    return fail('Attempt to index null value', detail, range, diagnostics);
  }
  if (key.kind === 'null') {
    return fail('Invalid index', "Can't use a null value as an indexing key.", range, diagnostics);
  }
  if (collection.kind === 'unknown' && collection.every !== undefined) {
    return withMarks(collection.every, collection.marks, key.marks);
  }
  const keyIsDynamic = key.kind === 'unknown' && key.type.kind === 'dynamic';
  const type = collection.kind === 'unknown' ? collection.type.kind : collection.kind;
  if (keyIsDynamic || type === 'dynamic') {
    if (collection.kind === 'unknown' && key.kind !== 'unknown') return partAt(collection, DYNAMIC, key);
    return withMarks(derivedUnknown(DYNAMIC, collection, key), collection.marks);
  }
  switch (type) {
    case 'list':
    case 'tuple':
      return elementOfSequence(collection, key, range, diagnostics);
    case 'map':
      return elementOfMap(collection, key, range, diagnostics);
    case 'object':
      return attributeByKey(collection, key, range, diagnostics);
    case 'set':
      return fail('Invalid index', ELEMENTS_OF_SETS, range, diagnostics);
    case 'string':
    case 'number':
    case 'bool':
      return fail('Invalid index', 'This value does not have any indices.', range, diagnostics);
  }
}

const NO_SUCH_ELEMENT = 'The given key does not identify an element in this collection value';

const ELEMENTS_OF_SETS =
  "Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set.";

function fail(summary: string, detail: string, range: Range, diagnostics: Diagnostic[]): Value {
  diagnostics.push(problem(summary, detail, range));
  return UNKNOWN;
}

function attributeOfUnknown(value: UnknownValue, name: string, range: Range, diagnostics: Diagnostic[]): Value {
  const { type } = value;
  switch (type.kind) {
    case 'dynamic':
      return partOfUnknown(value, DYNAMIC, attributeStep(name));
    case 'map':
      return partOfUnknown(value, type.element, attributeStep(name));
    case 'object': {
      const attribute = type.attributes.get(name);
      if (attribute !== undefined) return partOfUnknown(value, attribute, attributeStep(name));
      return fail(
        'Unsupported attribute',
        `This object does not have an attribute named ${quote(name)}.`,
        range,
        diagnostics,
      );
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'list':
    case 'set':
    case 'tuple':
      return fail('Unsupported attribute', withoutAttributes(type, name), range, diagnostics);
  }
}

function withoutAttributes(type: Type, name: string): string {
  if (type.kind === 'list' && type.element.kind === 'object') {
    return type.element.attributes.has(name)
      ? `Can't access attributes on a list of objects. Did you mean to access attribute ${quote(name)} for a specific element of the list, or across all elements of the list?`
      : "Can't access attributes on a list of objects. Did you mean to access an attribute for a specific element of the list, or across all elements of the list?";
  }
  if (type.kind === 'set' && type.element.kind === 'object') {
    return "Can't access attributes on a set of objects. Did you mean to access an attribute across all elements of the set?";
  }
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'bool') {
    return `Can't access attributes on a primitive-typed value (${friendlyTypeName(type)}).`;
  }
  return 'This value does not have any attributes.';
}

function partAt(collection: UnknownValue, type: Type, key: Value): Value {
  if (key.kind === 'string') return partOfUnknown(collection, type, attributeStep(key.value));
  if (key.kind === 'number') return partOfUnknown(collection, type, `[${formatNumber(key.value, key.precision)}]`);
  return withMarks(derivedUnknown(type, collection, key), collection.marks);
}

function elementOfSequence(collection: Value, given: Value, range: Range, diagnostics: Diagnostic[]): Value {
  const key = convert(given, NUMBER);
  if (key.kind === 'conversionFailure') {
    return fail('Invalid index', `${NO_SUCH_ELEMENT}: ${key.message}.`, range, diagnostics);
  }
  const unknownType = collection.kind === 'unknown' ? collection.type : undefined;
  if (key.kind !== 'number') {
    const elementType = 'elementType' in collection ? collection.elementType : elementTypeOf(unknownType);
    return withMarks(derivedUnknown(elementType, collection, key), collection.marks);
  }
  if (unknownType !== undefined && unknownType.kind !== 'tuple' && collection.kind === 'unknown') {
    return partAt(collection, elementTypeOf(unknownType), key);
  }
  const index = typeof key.value === 'number' && key.value >= 0 ? key.value : -1;
  if (collection.kind === 'list' || collection.kind === 'tuple') {
    const element = collection.elements[index];
    if (element !== undefined) {
      const marked = collection.marks !== undefined || key.marks !== undefined;
      return marked ? withMarks(element, collection.marks, key.marks) : element;
    }
  } else if (collection.kind === 'unknown' && unknownType?.kind === 'tuple') {
    const elementType = unknownType.elements[index];
    if (elementType !== undefined) return withMarks(partAt(collection, elementType, key), key.marks);
  }
  if (!isInteger(key.value)) {
    const detail = `${NO_SUCH_ELEMENT}: indexing a sequence requires a whole number, but the given index has a fractional part.`;
    return fail('Invalid index', detail, range, diagnostics);
  }
  if (sign(key.value) < 0) {
    const detail = `${NO_SUCH_ELEMENT}: a negative number is not a valid index for a sequence.`;
    return fail('Invalid index', detail, range, diagnostics);
  }
  const length =
    unknownType?.kind === 'tuple'
      ? unknownType.elements.length
      : 'elements' in collection && 'length' in collection.elements
        ? collection.elements.length
        : 0;
  // hashicorp/hcl has these words only for the first index behind the end.
  if (collection.marks === undefined && compareNumbers(key.value, length) <= 0) {
    const reason =
      length === 0
        ? 'the collection has no elements'
        : 'the given index is greater than or equal to the length of the collection';
    return fail('Invalid index', `${NO_SUCH_ELEMENT}: ${reason}.`, range, diagnostics);
  }
  return fail('Invalid index', `${NO_SUCH_ELEMENT}.`, range, diagnostics);
}

function elementTypeOf(type: Type | undefined): Type {
  return type?.kind === 'list' || type?.kind === 'map' || type?.kind === 'set' ? type.element : DYNAMIC;
}

function elementOfMap(collection: Value, given: Value, range: Range, diagnostics: Diagnostic[]): Value {
  const key = convert(given, STRING);
  if (key.kind === 'conversionFailure') {
    return fail('Invalid index', `${NO_SUCH_ELEMENT}: ${key.message}.`, range, diagnostics);
  }
  if (collection.kind === 'unknown') {
    const elementType = elementTypeOf(collection.type);
    return key.kind === 'string'
      ? partAt(collection, elementType, key)
      : withMarks(derivedUnknown(elementType, collection, key), collection.marks);
  }
  if (collection.kind !== 'map') return UNKNOWN;
  if (key.kind !== 'string') {
    return withMarks(derivedUnknown(collection.elementType, collection, key), collection.marks);
  }
  const element = collection.elements.get(key.value);
  if (element === undefined) return fail('Invalid index', `${NO_SUCH_ELEMENT}.`, range, diagnostics);
  const marked = collection.marks !== undefined || key.marks !== undefined;
  return marked ? withMarks(element, collection.marks, key.marks) : element;
}

function attributeByKey(collection: Value, given: Value, range: Range, diagnostics: Diagnostic[]): Value {
  const key = convert(given, STRING);
  if (key.kind === 'conversionFailure') {
    return fail('Invalid index', `${NO_SUCH_ELEMENT}: ${key.message}.`, range, diagnostics);
  }
  if (collection.kind === 'unknown') {
    return key.kind === 'string'
      ? partAt(collection, DYNAMIC, key)
      : withMarks(derivedUnknown(DYNAMIC, collection, key), collection.marks);
  }
  if (collection.kind !== 'object' || key.kind !== 'string') {
    return withMarks(derivedUnknown(DYNAMIC, collection, key), collection.marks);
  }
  const attribute = collection.attributes.get(key.value);
  if (attribute !== undefined)
    return collection.marks === undefined ? attribute : withMarks(attribute, collection.marks);
  if (collection.open !== undefined) {
    const origin = extend(collection.open, attributeStep(key.value));
    return unknownValue(DYNAMIC, { origin, marks: collection.marks });
  }
  const hint =
    given.kind === 'number' ? ' An object only supports looking up attributes by name, not by numeric index.' : '';
  return fail('Invalid index', `${NO_SUCH_ELEMENT}.${hint}`, range, diagnostics);
}
