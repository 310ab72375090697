import type { FunctionDefinition, Parameter, Scope } from '../src/eval/scope.ts';
import { FunctionError } from '../src/eval/scope.ts';
import { compareNumbers, NEGATIVE_INFINITY } from '../src/value/big-float.ts';
import {
  floatValue,
  integerValue,
  listValue,
  mapValue,
  NULL,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  TRUE,
  unknownValue,
} from '../src/value/construct.ts';
import { convert } from '../src/value/convert.ts';
import { withMarks } from '../src/value/marks.ts';
import { refineNotNull } from '../src/value/refine.ts';
import { setValue } from '../src/value/set.ts';
import type { Type } from '../src/value/type.ts';
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, tupleOf } from '../src/value/type.ts';
import { typeOf, typesEqual } from '../src/value/type-of.ts';
import { friendlyConstraintName, friendlyTypeName, typeFromJson } from '../src/value/type-text.ts';
import { canConvert } from '../src/value/unify.ts';
import type { NumberValue, Refinement, Value } from '../src/value/value.ts';

const NOT_NULL: Refinement = { notNull: true };
const AB = objectOf([
  ['a', STRING],
  ['b', NUMBER],
]);
const SENSITIVE = ['sensitive'];

/** The names that expressions of `testdata/oracle/expressions.jsonl` use: one value of each kind that behaves differently. */
const VARIABLES: Readonly<Record<string, Value>> = {
  us: unknownValue(STRING),
  usn: unknownValue(STRING, { refinement: NOT_NULL }),
  usp: unknownValue(STRING, { refinement: { notNull: true, prefix: 'arn:' } }),
  un: unknownValue(NUMBER),
  unr: unknownValue(NUMBER, {
    refinement: {
      notNull: true,
      lower: { value: integerValue(2), inclusive: true },
      upper: { value: integerValue(5), inclusive: true },
    },
  }),
  ub: unknownValue(BOOL),
  ubn: unknownValue(BOOL, { refinement: NOT_NULL }),
  ud: unknownValue(DYNAMIC),
  ul: unknownValue(listOf(STRING)),
  ulr: unknownValue(listOf(NUMBER), { refinement: { notNull: true, minLength: 1, maxLength: 3 } }),
  um: unknownValue(mapOf(STRING)),
  uset: unknownValue(setOf(STRING), { refinement: NOT_NULL }),
  uo: unknownValue(AB),
  ut: unknownValue(tupleOf([STRING, NUMBER])),
  ns: nullValue(STRING),
  nn: nullValue(NUMBER),
  nl: nullValue(listOf(STRING)),
  nm: nullValue(mapOf(NUMBER)),
  no: nullValue(objectOf([['a', STRING]])),
  ss: withMarks(stringValue('secret'), SENSITIVE),
  sb: withMarks(TRUE, SENSITIVE),
  sn: withMarks(integerValue(3), SENSITIVE),
  se: withMarks(stringValue('eph'), ['ephemeral']),
  sus: unknownValue(STRING, { marks: SENSITIVE }),
  sub: unknownValue(BOOL, { marks: SENSITIVE }),
  sl: withMarks(listValue(STRING, [stringValue('p'), stringValue('q')]), SENSITIVE),
  lsi: listValue(STRING, [withMarks(stringValue('p'), SENSITIVE), stringValue('q')]),
  sul: unknownValue(listOf(STRING), { marks: SENSITIVE }),
  so: withMarks(
    objectValue([
      ['a', withMarks(stringValue('x'), SENSITIVE)],
      ['b', integerValue(1)],
    ]),
    ['ephemeral'],
  ),
  snull: withMarks(nullValue(STRING), SENSITIVE),
  sd: unknownValue(DYNAMIC, { marks: SENSITIVE }),
  lt: listValue(STRING, [stringValue('a'), stringValue('b'), nullValue(STRING)]),
  lu: listValue(STRING, [stringValue('a'), unknownValue(STRING)]),
  setu: setValue(STRING, [stringValue('a'), unknownValue(STRING)]),
  set1: setValue(STRING, [stringValue('b'), stringValue('a')]),
  lo: listValue(AB, [abObject('1', 1), abObject('2', 2)]),
  el: listValue(STRING, []),
  elo: listValue(objectOf([['a', STRING]]), []),
  em: mapValue(NUMBER, []),
  m: mapValue(NUMBER, [
    ['a', integerValue(1)],
    ['b', integerValue(2)],
  ]),
  n3: integerValue(3),
  f5: floatValue(0.1),
};

function abObject(a: string, b: number): Value {
  return objectValue([
    ['a', stringValue(a)],
    ['b', integerValue(b)],
  ]);
}

const ANYTHING: Parameter = {
  name: 'v',
  type: DYNAMIC,
  allowNull: true,
  allowUnknown: true,
  allowDynamicType: true,
  allowMarked: true,
};

const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    conversion('tolist', listOf(DYNAMIC)),
    conversion('toset', setOf(DYNAMIC)),
    conversion('tomap', mapOf(DYNAMIC)),
    conversion('tostring', STRING),
    conversion('tonumber', NUMBER),
    conversion('tobool', BOOL),
    convertTo(),
    upper(),
    max(),
  ].map((definition) => [definition.name, definition]),
);

/** The scope of the recorded expressions. */
export const ORACLE_SCOPE: Scope = {
  resolve({ root }) {
    const value = Object.hasOwn(VARIABLES, root.name) ? VARIABLES[root.name] : undefined;
    return value === undefined ? undefined : { value, stepsUsed: 0 };
  },
  findFunction: (name) => FUNCTIONS.get(name),
};

function conversion(name: string, wanted: Type): FunctionDefinition {
  return {
    name,
    parameters: [ANYTHING],
    returnType([value = NULL]) {
      const given = typeOf(value);
      if (typesEqual(given, wanted) || canConvert(given, wanted, true)) return wanted;
      throw new FunctionError(`cannot convert ${friendlyTypeName(given)} to ${friendlyConstraintName(wanted)}`, 0);
    },
    call([value = NULL], type) {
      if (value.kind === 'unknown') return unknownValue(type, { marks: value.marks });
      const converted = convert(value, type);
      if (converted.kind === 'conversionFailure') throw new FunctionError(`conversion failed: ${converted.message}`, 0);
      return converted;
    },
  };
}

/** `cv(value, "type as JSON")` converts to any type. */
function convertTo(): FunctionDefinition {
  return {
    name: 'cv',
    parameters: [ANYTHING, { name: 't', type: STRING }],
    returnType: () => DYNAMIC,
    call([value = NULL, json = NULL]) {
      const type = json.kind === 'string' ? typeFromJson(JSON.parse(json.value)) : undefined;
      const converted = convert(value, type ?? DYNAMIC);
      if (converted.kind === 'conversionFailure') throw new FunctionError(converted.message, 0);
      return converted;
    },
  };
}

function upper(): FunctionDefinition {
  return {
    name: 'upper',
    parameters: [{ name: 'str', type: STRING, allowDynamicType: true }],
    returnType: () => STRING,
    call: ([text = NULL]) => (text.kind === 'string' ? stringValue(text.value.toUpperCase()) : text),
    refineResult: refineNotNull,
  };
}

function max(): FunctionDefinition {
  return {
    name: 'max',
    parameters: [],
    variadic: { name: 'numbers', type: NUMBER, allowDynamicType: true },
    returnType: () => NUMBER,
    call(args) {
      if (args.length === 0) throw new FunctionError('must pass at least one number');
      let greatest: NumberValue = numberValue(NEGATIVE_INFINITY);
      for (const value of args) {
        if (value.kind === 'number' && compareNumbers(value.value, greatest.value) > 0) greatest = value;
      }
      return greatest;
    },
    refineResult: refineNotNull,
  };
}
