import type { FunctionDefinition, Marks, SetValue, Type, Value } from '@tfwarden/hcl';
import {
  containsUnknown,
  convert,
  DYNAMIC,
  FunctionError,
  isConversionFailure,
  isWhollyKnown,
  lengthBounds,
  listOf,
  listValue,
  mergeMarks,
  refine,
  setHas,
  setOf,
  setValue,
  tupleOf,
  tupleValue,
  typeOf,
  typesEqual,
  unify,
  unknownValue,
  weightOf,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, defineFunction } from '../define.ts';
import { MAX_ELEMENTS } from '../limits.ts';
import { isKnownSequence, sequenceElements } from './sequence.ts';

/** Functions of sets, after go-cty's `stdlib/set.go` and `SetProductFunc`. */
export const SET_FUNCTIONS: readonly FunctionDefinition[] = [
  setOperation('setunion', (a, b) => setValue(a.elementType, [...a.elements, ...b.elements])),
  setOperation('setintersection', (a, b) =>
    setValue(
      a.elementType,
      a.elements.filter((element) => setHas(b, element)),
    ),
  ),
  defineFunction({
    name: 'setsubtract',
    parameters: [setParameter('a'), setParameter('b')],
    returns: setOperationType,
    call: (args, returnType) =>
      operate(args, returnType, false, (a, b) =>
        setValue(
          a.elementType,
          a.elements.filter((element) => !setHas(b, element)),
        ),
      ),
  }),
  defineFunction({
    name: 'setproduct',
    parameters: [],
    variadic: { ...anyParameter('sets'), allowMarked: true, allowUnknown: true },
    returns: productType,
    call: product,
  }),
];

function setParameter(name: string): { readonly name: string; readonly type: Type; readonly allowDynamicType: true } {
  return { name, type: setOf(DYNAMIC), allowDynamicType: true };
}

function setOperation(name: string, combine: (a: SetValue, b: SetValue) => SetValue): FunctionDefinition {
  return defineFunction({
    name,
    parameters: [setParameter('first_set')],
    variadic: setParameter('other_sets'),
    returns: setOperationType,
    call: (args, returnType) => operate(args, returnType, name === 'setunion', combine),
  });
}

function setOperationType(args: readonly Value[]): Type {
  const types: Type[] = [];
  for (const set of args) {
    const type = typeOf(set);
    if (type.kind === 'dynamic') return DYNAMIC;
    if (type.kind !== 'set') continue;
    // An empty set of no certain type converts to any other.
    if (set.kind === 'set' && set.elements.length === 0 && type.element.kind === 'dynamic') continue;
    types.push(type.element);
  }
  if (types.length === 0) return setOf(DYNAMIC);
  const element = unify(types, true);
  if (element === undefined) throw new FunctionError('given sets must all have compatible element types');
  return setOf(element);
}

/** @param allowUnknown whether unknown elements leave the result known: what they become can only add to a union */
function operate(
  args: readonly Value[],
  returnType: Type,
  allowUnknown: boolean,
  combine: (a: SetValue, b: SetValue) => SetValue,
): Value {
  let result: SetValue | undefined;
  for (const [i, given] of args.entries()) {
    const set = convert(given, returnType);
    if (isConversionFailure(set)) throw new FunctionError(set.message, i);
    if (set.kind !== 'set' || (!allowUnknown && containsUnknown(set))) return unknownValue(returnType);
    result = result === undefined ? set : combine(result, set);
  }
  return result ?? unknownValue(returnType);
}

function productType(args: readonly Value[]): Type {
  if (args.length < 2) throw new FunctionError('at least two arguments are required');
  let isOrdered = true;
  const elements = args.map((given, i) => {
    const type = typeOf(given);
    switch (type.kind) {
      case 'set':
        isOrdered = false;
        return type.element;
      case 'list':
        return type.element;
      case 'tuple': {
        if (type.elements.length === 0) return DYNAMIC;
        const common = unify(type.elements, true);
        if (common === undefined) throw new FunctionError('all elements must be of the same type', i);
        return common;
      }
      default:
        throw new FunctionError('a set or a list is required', i);
    }
  });
  return isOrdered ? listOf(tupleOf(elements)) : setOf(tupleOf(elements));
}

function product(args: readonly Value[], returnType: Type): Value {
  let marks: Marks;
  for (const given of args) marks = mergeMarks(marks, given.marks);
  if (returnType.kind !== 'list' && returnType.kind !== 'set') return withMarks(unknownValue(returnType), marks);
  if (args.some((given) => !hasKnownLength(given))) return withMarks(unknownProduct(args, returnType), marks);
  const tuple = returnType.element;
  const types = tuple.kind === 'tuple' ? tuple.elements : [];
  const sequences = args.map((given, i) =>
    sequenceElements(given).map((element) => toType(element, types[i] ?? DYNAMIC)),
  );
  const total = sequences.reduce((size, sequence) => size * sequence.length, 1);
  const heaviest = sequences.reduce((sum, sequence) => sum + Math.max(1, ...sampleWeights(sequence)), 1);
  if (total * heaviest > MAX_ELEMENTS) {
    throw new FunctionError(`the product has more than ${MAX_ELEMENTS} elements`);
  }
  const tuples: Value[] = [];
  for (let n = 0; n < total; n++) {
    const elements: Value[] = [];
    let rest = n;
    for (let i = sequences.length - 1; i >= 0; i--) {
      const sequence = sequences[i] ?? [];
      const element = sequence[rest % sequence.length];
      if (element !== undefined) elements.push(element);
      rest = Math.floor(rest / sequence.length);
    }
    tuples.push(tupleValue(elements.toReversed()));
  }
  const result = returnType.kind === 'list' ? listValue(tuple, tuples) : setValue(tuple, tuples);
  return withMarks(result, marks);
}

/** Weights of the elements, by which the size of the product is bounded; of long sequences the elements weigh little anyway. */
function sampleWeights(elements: readonly Value[]): readonly number[] {
  return elements.slice(0, 1000).map(weightOf);
}

function hasKnownLength(value: Value): boolean {
  if (value.kind === 'set') {
    const { min, max } = lengthBounds(value);
    return min === max || isWhollyKnown(value);
  }
  return isKnownSequence(value);
}

/** Bounds of go-cty: beyond them a length is not worth knowing. */
const MAX_FACTOR = 1024;
const MAX_BOUND = 2048;

function unknownProduct(args: readonly Value[], returnType: Type): Value {
  const unknown = unknownValue(returnType);
  let most = 1;
  for (const given of args) {
    const type = typeOf(given);
    const bound = type.kind === 'tuple' ? type.elements.length : lengthBounds(given).max;
    if (bound > MAX_FACTOR) return unknown;
    most *= bound;
    if (most > MAX_BOUND) return unknown;
  }
  return refine(unknown, { notNull: true, minLength: most === 0 ? 0 : 1, maxLength: most });
}

function toType(value: Value, type: Type): Value {
  if (typesEqual(typeOf(value), type)) return value;
  const converted = convert(value, type);
  if (isConversionFailure(converted)) throw new FunctionError(converted.message);
  return converted;
}
