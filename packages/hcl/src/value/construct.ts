import type { NumberLike } from './big-float.ts';
import { DEFAULT_PRECISION, FLOAT64_PRECISION, fromFloat64, INTEGER_PRECISION } from './big-float.ts';
import { CONTAINS_UNKNOWN, extentOfAll, extentOfMap } from './extent.ts';
import type { Type } from './type.ts';
import { compareNames, DYNAMIC } from './type.ts';
import type {
  BoolValue,
  ListValue,
  MapValue,
  Mark,
  NullValue,
  NumberValue,
  ObjectValue,
  Origin,
  Refinement,
  StringValue,
  TupleValue,
  UnknownValue,
  Value,
} from './value.ts';

/** How many origins an unknown value remembers; more are dropped, the value stays unknown. */
export const MAX_WAITS_FOR = 16;

export const TRUE: BoolValue = { kind: 'bool', value: true, marks: undefined };
export const FALSE: BoolValue = { kind: 'bool', value: false, marks: undefined };
export const NULL: NullValue = { kind: 'null', type: DYNAMIC, marks: undefined };

/** Normalises to NFC, as cty does. */
export function stringValue(text: string): StringValue {
  return { kind: 'string', value: isAscii(text) ? text : text.normalize('NFC'), marks: undefined };
}

/**
 * A number of the configuration or computed from such.
 * @param value canonical: a plain number exactly when it is a safe integer; see `big-float.ts` for other numbers
 */
export function numberValue(value: NumberLike, precision: number = DEFAULT_PRECISION): NumberValue {
  return { kind: 'number', value, precision, marks: undefined };
}

/** A number as Terraform's code makes it from an integer: a length, an index. It has 64 bits of precision. */
export function integerValue(value: number): NumberValue {
  return { kind: 'number', value, precision: INTEGER_PRECISION, marks: undefined };
}

/** A number as Terraform's code makes it from a float64, with 53 bits of precision. @param value not NaN */
export function floatValue(value: number): NumberValue {
  return { kind: 'number', value: fromFloat64(value), precision: FLOAT64_PRECISION, marks: undefined };
}

export function boolValue(value: boolean): BoolValue {
  return value ? TRUE : FALSE;
}

export function nullValue(type: Type): NullValue {
  return type === DYNAMIC ? NULL : { kind: 'null', type, marks: undefined };
}

export function listValue(elementType: Type, elements: readonly Value[]): ListValue {
  const { depth, weight, contains } = extentOfAll(elements);
  return { kind: 'list', elementType, elements, depth, weight, contains, marks: undefined };
}

/** @param elements in any order; the value keeps them in byte order. A `Map` that is in order is kept itself: do not change it later */
export function mapValue(elementType: Type, elements: Iterable<readonly [string, Value]>): MapValue {
  const ordered = orderedMap(elements);
  const { depth, weight, contains } = extentOfMap(ordered);
  return { kind: 'map', elementType, elements: ordered, depth, weight, contains, marks: undefined };
}

export function tupleValue(elements: readonly Value[]): TupleValue {
  const { depth, weight, contains } = extentOfAll(elements);
  return { kind: 'tuple', elements, depth, weight, contains, marks: undefined };
}

/** @param attributes in any order; the value keeps them in byte order. A `Map` that is in order is kept itself: do not change it later */
export function objectValue(attributes: Iterable<readonly [string, Value]>, open?: Origin): ObjectValue {
  const ordered = orderedMap(attributes);
  const extent = extentOfMap(ordered);
  const { depth, weight } = extent;
  // The attributes that are not listed are unknown.
  const contains = open === undefined ? extent.contains : extent.contains | CONTAINS_UNKNOWN;
  return { kind: 'object', attributes: ordered, open, depth, weight, contains, marks: undefined };
}

export interface UnknownOptions {
  readonly refinement?: Refinement | undefined;
  readonly origin?: Origin | undefined;
  /** Origins of the values it was computed from. */
  readonly waitsFor?: readonly Origin[];
  readonly parts?: readonly (string | UnknownValue)[] | undefined;
  readonly marks?: readonly Mark[] | undefined;
}

const NO_ORIGINS: readonly Origin[] = [];

export function unknownValue(type: Type, options: UnknownOptions = {}): UnknownValue {
  const { refinement, origin, parts, marks } = options;
  const waitsFor = options.waitsFor ?? (origin === undefined ? NO_ORIGINS : [origin]);
  return {
    kind: 'unknown',
    type,
    refinement,
    origin,
    waitsFor: waitsFor.length > MAX_WAITS_FOR ? waitsFor.slice(0, MAX_WAITS_FOR) : waitsFor,
    parts,
    marks,
  };
}

function orderedMap(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const map: ReadonlyMap<string, Value> = entries instanceof Map ? entries : new Map(entries);
  if (isOrdered(map.keys())) return map;
  const ordered = new Map<string, Value>();
  for (const name of [...map.keys()].toSorted(compareNames)) {
    const value = map.get(name);
    if (value !== undefined) ordered.set(name, value);
  }
  return ordered;
}

function isOrdered(names: Iterable<string>): boolean {
  let previous: string | undefined;
  for (const name of names) {
    if (previous !== undefined && compareNames(previous, name) > 0) return false;
    previous = name;
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
