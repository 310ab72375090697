import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { types } from '../../testing/value-arbitrary.ts';
import { DYNAMIC, listOf, NUMBER, objectOf, STRING, tupleOf } from './type.ts';
import { typesEqual } from './type-of.ts';
import {
  consoleTypeString,
  friendlyConstraintName,
  friendlyTypeName,
  typeFromJson,
  typeKey,
  typeToJson,
} from './type-text.ts';

const SETTINGS = objectOf(
  [
    ['name', STRING],
    ['size', NUMBER],
  ],
  new Set(['size']),
);

describe('types as JSON', () => {
  test('come back as themselves', () => {
    fc.assert(
      fc.property(types, (type) => {
        const again = typeFromJson(JSON.parse(JSON.stringify(typeToJson(type))));
        expect(again !== undefined && typesEqual(again, type)).toBe(true);
      }),
    );
  });

  test('tell which attributes may be left out', () => {
    expect(typeToJson(SETTINGS)).toEqual(['object', { name: 'string', size: 'number' }, ['size']]);
    expect(typeFromJson(typeToJson(SETTINGS))).toEqual(SETTINGS);
  });

  test.each([null, 'text', ['list'], ['list', 'text'], ['tuple', 'string'], ['object', null], []])(
    '%j is no type',
    (json) => {
      expect(typeFromJson(json)).toBeUndefined();
    },
  );
});

test('keys are the same for equal types only', () => {
  fc.assert(
    fc.property(types, types, (a, b) => {
      expect(typeKey(a) === typeKey(b)).toBe(typesEqual(a, b));
    }),
  );
});

test('names are those of cty', () => {
  expect(friendlyTypeName(listOf(DYNAMIC))).toBe('list of dynamic');
  expect(friendlyConstraintName(listOf(DYNAMIC))).toBe('list of any single type');
  expect(friendlyConstraintName(DYNAMIC)).toBe('any type');
});

test('the console prints structures over several lines', () => {
  expect(consoleTypeString(listOf(tupleOf([STRING])))).toBe('list(\n    tuple([\n        string,\n    ]),\n)');
});
