import fc from 'fast-check';
import {
  boolValue,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
} from '../src/value/construct.ts';
import { setValue } from '../src/value/set.ts';
import type { Type } from '../src/value/type.ts';
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, tupleOf } from '../src/value/type.ts';
import type { Value } from '../src/value/value.ts';

const names = fc.constantFrom('a', 'b', 'c');

/** Types without optional attributes. */
export const types: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Type>(STRING, NUMBER, BOOL, DYNAMIC),
    tie('type').map(listOf),
    tie('type').map(setOf),
    tie('type').map(mapOf),
    fc.array(tie('type'), { maxLength: 3 }).map(tupleOf),
    fc
      .uniqueArray(fc.tuple(names, tie('type')), { selector: ([name]) => name, maxLength: 3 })
      .map((entries) => objectOf(entries)),
  ),
})).type;

/** Values as expressions build them: tuples and objects of anything, and collections of text. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ maxLength: 4 }).map(stringValue),
    fc.constantFrom('true', 'false', '1', '2.5', 'x').map(stringValue),
    fc.integer().map((n) => numberValue(n)),
    fc.boolean().map(boolValue),
    fc.constantFrom<Type>(DYNAMIC, STRING, listOf(STRING)).map(nullValue),
    fc.constantFrom<Type>(DYNAMIC, STRING, mapOf(NUMBER)).map((type) => unknownValue(type)),
    fc.array(fc.string({ maxLength: 3 }).map(stringValue), { maxLength: 4 }).map((items) => listValue(STRING, items)),
    fc
      .array(
        fc.integer().map((n) => numberValue(n)),
        { maxLength: 4 },
      )
      .map((items) => setValue(NUMBER, items)),
    fc.array(fc.tuple(names, fc.boolean().map(boolValue)), { maxLength: 3 }).map((items) => mapValue(BOOL, items)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => tupleValue(items)),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 3 }).map((items) => objectValue(items)),
  ),
})).value;
