import type { FunctionDefinition, Type, Value } from '@tfwarden/hcl';
import {
  BOOL,
  boolValue,
  canConvert,
  convert,
  DYNAMIC,
  FunctionError,
  friendlyConstraintName,
  friendlyTypeName,
  hasMark,
  hasMarkDeep,
  isConversionFailure,
  listOf,
  listValue,
  mapOf,
  mapValue,
  mismatchMessage,
  NUMBER,
  nullValue,
  objectValue,
  quote,
  STRING,
  setOf,
  tupleValue,
  typeOf,
  typesEqual,
  unknownValue,
  unmark,
  withMarks,
} from '@tfwarden/hcl';
import { argumentAt, defineFunction, rawParameter } from './define.ts';

/** Conversions between types and changes of marks, after Terraform's `funcs/conversion.go` and `funcs/sensitive.go`. */
export const TYPE_CONVERSION_FUNCTIONS: readonly FunctionDefinition[] = [
  conversion('tostring', STRING),
  conversion('tonumber', NUMBER),
  conversion('tobool', BOOL),
  conversion('tolist', listOf(DYNAMIC)),
  conversion('toset', setOf(DYNAMIC)),
  conversion('tomap', mapOf(DYNAMIC)),
  defineFunction({
    name: 'ephemeralasnull',
    parameters: [rawParameter('value')],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayBeNull: true,
    call: (args) => withoutEphemeral(argumentAt(args, 0)),
  }),
  defineFunction({
    name: 'sensitive',
    parameters: [rawParameter('value')],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayBeNull: true,
    call: (args) => withMarks(argumentAt(args, 0), ['sensitive']),
  }),
  defineFunction({
    name: 'nonsensitive',
    parameters: [rawParameter('value')],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayBeNull: true,
    call: (args) => withoutMark(argumentAt(args, 0), 'sensitive'),
  }),
  defineFunction({
    name: 'issensitive',
    parameters: [rawParameter('value')],
    returns: BOOL,
    mayBeNull: true,
    call(args) {
      const value = argumentAt(args, 0);
      if (hasMark(value, 'sensitive')) return boolValue(true);
      return value.kind === 'unknown' ? unknownValue(BOOL) : boolValue(false);
    },
  }),
];

function conversion(name: string, wanted: Type): FunctionDefinition {
  return defineFunction({
    name,
    parameters: [rawParameter('v')],
    returns(args) {
      const given = typeOf(argumentAt(args, 0));
      if (typesEqual(given, wanted) || canConvert(given, wanted, true)) return wanted;
      if ((given.kind === 'tuple' || given.kind === 'object') && given.kind === wanted.kind) {
        const message = `incompatible ${given.kind} type for conversion: ${mismatchMessage(given, wanted)}`;
        throw new FunctionError(message, 0);
      }
      throw new FunctionError(`cannot convert ${friendlyTypeName(given)} to ${friendlyConstraintName(wanted)}`, 0);
    },
    mayBeNull: true,
    call(args, returnType) {
      const value = argumentAt(args, 0);
      if (value.kind === 'unknown') {
        // The same thing under another type: it stays the same for whoever compares origins.
        const { origin, waitsFor, parts, marks } = value;
        return unknownValue(returnType, { origin, waitsFor, parts, marks });
      }
      const converted = convert(value, returnType);
      return isConversionFailure(converted) ? refuse(value, wanted) : converted;
    },
  });
}

function refuse(value: Value, wanted: Type): never {
  const given = typeOf(value);
  const to = friendlyConstraintName(wanted);
  if (hasMarkDeep(value, 'sensitive')) {
    throw new FunctionError(`cannot convert this sensitive ${friendlyTypeName(given)} to ${to}`, 0);
  }
  const what = value.kind === 'string' ? quote(value.value) : friendlyTypeName(given);
  if (given.kind === 'string' && wanted.kind === 'bool') {
    throw new FunctionError(`cannot convert ${what} to bool; only the strings "true" or "false" are allowed`, 0);
  }
  if (given.kind === 'string' && wanted.kind === 'number') {
    throw new FunctionError(
      `cannot convert ${what} to number; given string must be a decimal representation of a number`,
      0,
    );
  }
  throw new FunctionError(`cannot convert ${friendlyTypeName(given)} to ${to}`, 0);
}

function withoutMark<V extends Value>(value: V, mark: string): V {
  const marks = value.marks?.filter((one) => one !== mark);
  return withMarks(unmark(value), marks === undefined || marks.length === 0 ? undefined : marks);
}

/** Replaces what is ephemeral with null at every level, from the inside; other marks stay. */
function withoutEphemeral(value: Value): Value {
  if (!hasMarkDeep(value, 'ephemeral')) return value;
  const { marks } = withoutMark(value, 'ephemeral');
  if (hasMark(value, 'ephemeral')) {
    // An unknown value may yet get a more exact type than it has, so it stays unknown.
    const { kind } = value;
    const type = typeOf(value);
    return withMarks(kind === 'unknown' ? unknownValue(type, { waitsFor: value.waitsFor }) : nullValue(type), marks);
  }
  switch (value.kind) {
    case 'list':
      return withMarks(listValue(value.elementType, value.elements.map(withoutEphemeral)), marks);
    case 'tuple':
      return withMarks(tupleValue(value.elements.map(withoutEphemeral)), marks);
    case 'map':
      return withMarks(mapValue(value.elementType, mapEntries(value.elements)), marks);
    case 'object':
      return withMarks(objectValue(mapEntries(value.attributes), value.open), marks);
    default:
      return value;
  }
}

function mapEntries(entries: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...entries].map(([key, value]) => [key, withoutEphemeral(value)]);
}
