import type { FunctionDefinition, Type, Value } from '@tfwarden/hcl';
import {
  BigNumber,
  BOOL,
  boolValue,
  compareForEquality,
  convert,
  DYNAMIC,
  FunctionError,
  friendlyTypeName,
  hashKey,
  integerValue,
  isConversionFailure,
  isWhollyKnown,
  listOf,
  listValue,
  NULL,
  NUMBER,
  nullValue,
  STRING,
  tupleOf,
  typeOf,
  typesEqual,
  unify,
  unknownValue,
  unmark,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, intOf, numberAt, numberParameter } from '../define.ts';
import { isKnownSequence, listOrTuple, sequenceElements } from './sequence.ts';

/** Functions of lists, after go-cty's `stdlib/collection.go` and `sequence.go` and Terraform's `funcs/collection.go`. */
export const LIST_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'alltrue',
    parameters: [{ name: 'list', type: listOf(BOOL) }],
    returns: BOOL,
    call(args) {
      for (const element of sequenceElements(argumentAt(args, 0))) {
        if (element.kind === 'unknown') return unknownValue(BOOL);
        if (element.kind !== 'bool' || !element.value) return boolValue(false);
      }
      return boolValue(true);
    },
  }),
  defineFunction({
    name: 'anytrue',
    parameters: [{ name: 'list', type: listOf(BOOL) }],
    returns: BOOL,
    call(args) {
      const elements = sequenceElements(argumentAt(args, 0));
      if (elements.some((element) => element.kind === 'bool' && element.value)) return boolValue(true);
      return elements.some((element) => element.kind === 'unknown') ? unknownValue(BOOL) : boolValue(false);
    },
  }),
  defineFunction({
    name: 'element',
    parameters: [{ ...anyParameter('list'), allowMarked: true }, numberParameter('index')],
    returns: elementType,
    mayBeNull: true,
    call(args, returnType) {
      const list = argumentAt(args, 0);
      if (!isKnownSequence(list)) return unknownValue(returnType);
      const { length } = list.elements;
      const given = intOf(numberAt(args, 1), undefined, 'invalid index: ');
      if (length === 0) throw new FunctionError('cannot use element function with an empty list');
      const index = given % length;
      return withMarks(list.elements[index < 0 ? index + length : index] ?? NULL, list.marks);
    },
  }),
  defineFunction({
    name: 'coalescelist',
    parameters: [],
    variadic: { ...anyParameter('vals'), allowUnknown: true, allowDynamicType: true, allowNull: true },
    returns: coalesceListType,
    call(args, returnType) {
      for (const list of args) {
        if (list.kind === 'unknown') return unknownValue(returnType);
        if (list.kind !== 'null' && sequenceElements(list).length > 0) return list;
      }
      throw new FunctionError('no non-null arguments');
    },
  }),
  defineFunction({
    name: 'compact',
    parameters: [{ name: 'list', type: listOf(STRING) }],
    returns: listOf(STRING),
    call(args, returnType) {
      const list = argumentAt(args, 0);
      if (!isWhollyKnown(list)) return unknownValue(returnType);
      const kept = sequenceElements(list).filter((element) => element.kind === 'string' && element.value !== '');
      return listValue(STRING, kept);
    },
  }),
  defineFunction({
    name: 'contains',
    parameters: [anyParameter('list'), anyParameter('value')],
    returns: BOOL,
    call: (args) => contains(argumentAt(args, 0), argumentAt(args, 1)),
  }),
  defineFunction({
    name: 'distinct',
    parameters: [{ name: 'list', type: listOf(DYNAMIC) }],
    returns: (args) => typeOf(argumentAt(args, 0)),
    call(args, returnType) {
      const list = argumentAt(args, 0);
      if (!isWhollyKnown(list) || list.kind !== 'list') return unknownValue(returnType);
      const seen = new Map<string, Value>();
      for (const element of list.elements) {
        // Only 0 and -0 are equal and have different keys.
        const key = element.kind === 'number' && BigNumber.sign(element.value) === 0 ? '0' : hashKey(element);
        if (!seen.has(key)) seen.set(key, element);
      }
      return listValue(list.elementType, [...seen.values()]);
    },
  }),
  defineFunction({
    name: 'chunklist',
    parameters: [
      { name: 'list', type: listOf(DYNAMIC), allowMarked: true },
      { ...numberParameter('size'), allowMarked: true },
    ],
    returns: (args) => listOf(typeOf(argumentAt(args, 0))),
    call: (args) => chunks(argumentAt(args, 0), argumentAt(args, 1)),
  }),
  defineFunction({
    name: 'reverse',
    parameters: [{ ...anyParameter('list'), allowMarked: true }],
    returns(args) {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'tuple') return tupleOf(type.elements.toReversed());
      if (type.kind === 'list' || type.kind === 'set') return listOf(type.element);
      throw new FunctionError(`can only reverse list or tuple values, not ${friendlyTypeName(type)}`, 0);
    },
    call(args, returnType) {
      const list = argumentAt(args, 0);
      return withMarks(listOrTuple(returnType, sequenceElements(list).toReversed()), list.marks);
    },
  }),
  defineFunction({
    name: 'slice',
    parameters: [
      { ...anyParameter('list'), allowMarked: true },
      numberParameter('start_index'),
      numberParameter('end_index'),
    ],
    returns(args) {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'set') {
        throw new FunctionError(
          'cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important',
          0,
        );
      }
      if (type.kind !== 'list' && type.kind !== 'tuple') throw new FunctionError('must be a list or tuple value', 0);
      const indexes = sliceIndexes(args);
      if (type.kind !== 'tuple') return type;
      return indexes === undefined ? DYNAMIC : tupleOf(type.elements.slice(indexes.start, indexes.end));
    },
    call(args, returnType) {
      const list = argumentAt(args, 0);
      const indexes = sliceIndexes(args);
      if (returnType.kind === 'dynamic' || indexes === undefined)
        return withMarks(unknownValue(returnType), list.marks);
      return withMarks(listOrTuple(returnType, sequenceElements(list).slice(indexes.start, indexes.end)), list.marks);
    },
  }),
  defineFunction({
    name: 'concat',
    parameters: [],
    variadic: { ...anyParameter('seqs'), allowMarked: true },
    returns: concatType,
    call: concat,
  }),
  defineFunction({
    name: 'index',
    parameters: [anyParameter('list'), anyParameter('value')],
    returns: NUMBER,
    call: (args) => indexOf(argumentAt(args, 0), argumentAt(args, 1)),
  }),
  defineFunction({
    name: 'one',
    parameters: [anyParameter('list')],
    returns(args) {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind === 'list' || type.kind === 'set') return type.element;
      if (type.kind === 'tuple' && type.elements.length <= 1) return type.elements[0] ?? DYNAMIC;
      throw new FunctionError(NOT_ONE, 0);
    },
    mayBeNull: true,
    call: (args, returnType) => one(argumentAt(args, 0), returnType),
  }),
];

const NOT_ONE = 'must be a list, set, or tuple value with either zero or one elements';

function elementType(args: readonly Value[]): Type {
  const list = argumentAt(args, 0);
  const type = typeOf(list);
  if (type.kind === 'list') return type.element;
  if (type.kind !== 'tuple') throw new FunctionError(`cannot read elements from ${friendlyTypeName(type)}`);
  const index = argumentAt(args, 1);
  if (index.kind === 'unknown') return DYNAMIC;
  const whole = intOf(numberAt(args, 1), undefined, 'invalid index: ');
  const { length } = type.elements;
  if (length === 0) throw new FunctionError('cannot use element function with an empty list');
  const element = type.elements[whole % length];
  // Observed with terraform 1.11.4: a negative index into a tuple makes go-cty panic, and that becomes this error.
  if (element === undefined) {
    throw new FunctionError(`panic in function implementation: runtime error: index out of range [${whole % length}]`);
  }
  return element;
}

function coalesceListType(args: readonly Value[]): Type {
  if (args.length === 0) throw new FunctionError('at least one argument is required');
  let common: Type | undefined;
  let isMixed = false;
  for (const list of args) {
    if (list.kind === 'unknown') return DYNAMIC;
    const type = typeOf(list);
    if (type.kind !== 'list' && type.kind !== 'tuple') {
      throw new FunctionError('coalescelist arguments must be lists or tuples');
    }
    common ??= type;
    isMixed ||= !typesEqual(common, type);
  }
  return isMixed || common === undefined ? DYNAMIC : common;
}

function contains(list: Value, wanted: Value): Value {
  const { kind } = typeOf(list);
  if (kind !== 'list' && kind !== 'tuple' && kind !== 'set') {
    throw new FunctionError('argument must be list, tuple, or set');
  }
  let isUncertain = false;
  for (const element of sequenceElements(list)) {
    const truth = compareForEquality(wanted, element);
    if (truth === true) return boolValue(true);
    isUncertain ||= truth === undefined;
  }
  return isUncertain ? unknownValue(BOOL) : boolValue(false);
}

function chunks(list: Value, sizeArgument: Value): Value {
  const marks = [list.marks, sizeArgument.marks];
  const size = intOf(numberAt([unmark(sizeArgument)], 0), undefined, 'invalid size: ');
  if (size < 0) throw new FunctionError('the size argument must be positive');
  const type = typeOf(list);
  const elements = sequenceElements(list);
  if (type.kind !== 'list' || elements.length === 0) return withMarks(listValue(type, []), ...marks);
  if (size === 0) return withMarks(listValue(type, [unmark(list)]), ...marks);
  const result: Value[] = [];
  for (let start = 0; start < elements.length; start += size) {
    result.push(listValue(type.element, elements.slice(start, start + size)));
  }
  return withMarks(listValue(type, result), ...marks);
}

interface SliceIndexes {
  readonly start: number;
  readonly end: number;
}

/** @returns undefined where one of them is not known yet */
function sliceIndexes(args: readonly Value[]): SliceIndexes | undefined {
  const list = argumentAt(args, 0);
  const type = typeOf(list);
  const length =
    type.kind === 'tuple' ? type.elements.length : isKnownSequence(list) ? list.elements.length : undefined;
  const start = sliceIndex(args, 1, 'start', length);
  const end = sliceIndex(args, 2, 'end', length);
  if (start === undefined || end === undefined) return undefined;
  if (start > end) throw new FunctionError('start index must not be greater than end index', 1);
  return { start, end };
}

function sliceIndex(args: readonly Value[], at: number, what: string, length: number | undefined): number | undefined {
  if (argumentAt(args, at).kind === 'unknown') return undefined;
  const index = intOf(numberAt(args, at), at, `invalid ${what} index: `);
  if (index < 0) throw new FunctionError(`${what} index must not be less than zero`, at);
  if (length !== undefined && index > length) {
    throw new FunctionError(`${what} index must not be greater than the length of the list`, at);
  }
  return index;
}

function concatType(args: readonly Value[]): Type {
  if (args.length === 0) throw new FunctionError('at least one argument is required');
  const types = args.map(typeOf);
  if (types.every((type) => type.kind === 'list')) {
    const common = unify(types, true);
    if (common !== undefined) return common;
  }
  const elements: Type[] = [];
  for (const [i, type] of types.entries()) {
    if (type.kind === 'tuple') {
      for (const element of type.elements) elements.push(element);
    } else if (type.kind === 'list') {
      const list = argumentAt(args, i);
      if (!isKnownSequence(list)) return DYNAMIC;
      for (let n = 0; n < list.elements.length; n++) elements.push(type.element);
    } else throw new FunctionError(`all arguments must be lists or tuples; got ${friendlyTypeName(type)}`, i);
  }
  return tupleOf(elements);
}

function concat(args: readonly Value[], returnType: Type): Value {
  const elements: Value[] = [];
  for (const [i, sequence] of args.entries()) {
    const converted = returnType.kind === 'list' ? convert(sequence, returnType) : sequence;
    if (isConversionFailure(converted)) throw new FunctionError(converted.message, i);
    for (const element of sequenceElements(converted)) elements.push(element);
  }
  return withMarks(listOrTuple(returnType, elements), ...args.map((sequence) => sequence.marks));
}

function indexOf(list: Value, wanted: Value): Value {
  const { kind } = typeOf(list);
  if (kind !== 'list' && kind !== 'tuple') throw new FunctionError('argument must be a list or tuple');
  const elements = sequenceElements(list);
  if (elements.length === 0) throw new FunctionError('cannot search an empty list');
  for (const [i, element] of elements.entries()) {
    const truth = compareForEquality(element, wanted);
    if (truth === undefined) return unknownValue(NUMBER);
    if (truth) return integerValue(i);
  }
  throw new FunctionError('item not found');
}

function one(list: Value, returnType: Type): Value {
  if (list.kind === 'set' && list.elements.length > 1 && !isWhollyKnown(list)) return unknownValue(returnType);
  const elements = sequenceElements(list);
  if (elements.length > 1) throw new FunctionError(NOT_ONE, 0);
  return elements[0] ?? nullValue(returnType);
}
