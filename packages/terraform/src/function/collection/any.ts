import type { FunctionDefinition, Marks, Type, Value } from '@tfwarden/hcl';
import {
  convert,
  DYNAMIC,
  FunctionError,
  isConversionFailure,
  isWhollyKnown,
  mergeMarks,
  NUMBER,
  tupleOf,
  tupleValue,
  typeOf,
  unify,
  unknownValue,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction } from '../define.ts';
import { lengthOf } from './known-length.ts';
import { isKnownSequence } from './sequence.ts';

/** Functions that take values of many types. */
export const ANY_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'length',
    parameters: [{ ...anyParameter('value'), allowDynamicType: true, allowUnknown: true, allowMarked: true }],
    returns(args) {
      const { kind } = typeOf(argumentAt(args, 0));
      if (kind === 'number' || kind === 'bool') {
        throw new FunctionError('argument must be a string, a collection type, or a structural type');
      }
      return NUMBER;
    },
    call(args) {
      const value = argumentAt(args, 0);
      return withMarks(lengthOf(value), value.marks);
    },
  }),
  defineFunction({
    name: 'coalesce',
    parameters: [],
    variadic: { ...anyParameter('vals'), allowUnknown: true, allowDynamicType: true, allowNull: true },
    returns(args) {
      const type = unify(args.map(typeOf), true);
      if (type === undefined) throw new FunctionError('all arguments must have the same type');
      return type;
    },
    call: coalesce,
  }),
  defineFunction({
    name: 'flatten',
    parameters: [{ ...anyParameter('list'), allowMarked: true }],
    returns(args) {
      const list = argumentAt(args, 0);
      if (!isWhollyKnown(list)) return DYNAMIC;
      if (!isKnownSequence(list)) throw new FunctionError('can only flatten lists, sets and tuples');
      const flat = flatten(list);
      return flat.isKnown ? tupleOf(flat.elements.map(typeOf)) : DYNAMIC;
    },
    call(args, returnType) {
      const list = argumentAt(args, 0);
      const flat = flatten(list);
      return withMarks(flat.isKnown ? tupleValue(flat.elements) : unknownValue(returnType), flat.marks);
    },
  }),
];

function coalesce(args: readonly Value[], returnType: Type): Value {
  for (const given of args) {
    const value = convert(given, returnType);
    if (isConversionFailure(value)) continue;
    if (value.kind === 'unknown') {
      // Where the first value that can be taken is unknown, it is the result unless it turns out to be null or empty:
      // it goes on standing for the same thing.
      return unknownValue(returnType, { origin: value.origin, waitsFor: value.waitsFor });
    }
    if (value.kind === 'null' || (value.kind === 'string' && value.value === '')) continue;
    return value;
  }
  throw new FunctionError('no non-null, non-empty-string arguments');
}

interface Flat {
  readonly elements: Value[];
  marks: Marks;
  /** False where an unknown element may turn out to be a list. */
  isKnown: boolean;
}

function flatten(list: Value): Flat {
  const flat: Flat = { elements: [], marks: undefined, isKnown: true };
  flattenInto(list, flat);
  return flat;
}

function flattenInto(list: Value, flat: Flat): void {
  flat.marks = mergeMarks(flat.marks, list.marks);
  if (!isKnownSequence(list) || (list.kind === 'set' && list.elements.length > 1 && !isWhollyKnown(list))) {
    flat.isKnown = false;
    return;
  }
  for (const element of list.elements) {
    const { kind } = typeOf(element);
    if (element.kind === 'unknown' && kind === 'dynamic' && element.marks === undefined) flat.isKnown = false;
    if (element.kind === 'null' || (kind !== 'list' && kind !== 'set' && kind !== 'tuple')) {
      flat.elements.push(element);
    } else if (element.kind === 'unknown') {
      flat.isKnown = false;
      flat.marks = mergeMarks(flat.marks, element.marks);
    } else flattenInto(element, flat);
  }
}
