import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { values } from '../../testing/value-arbitrary.ts';
import { integerValue, objectValue, stringValue, tupleValue } from './construct.ts';
import { containsMarks } from './extent.ts';
import { hasMarkDeep, markedPaths, marksDeep, mergeMarks, unmarkDeep, withMarks } from './marks.ts';
import { typeOf, typesEqual } from './type-of.ts';

const SECRET = withMarks(stringValue('s3cret'), ['sensitive']);
const DATABASE = objectValue([
  ['name', stringValue('orders')],
  ['passwords', tupleValue([stringValue('old'), SECRET])],
]);

describe('marks', () => {
  test('are found wherever they are', () => {
    expect(markedPaths(DATABASE)).toEqual([
      {
        path: [
          { kind: 'attribute', name: 'passwords' },
          { kind: 'index', key: 1 },
        ],
        marks: ['sensitive'],
      },
    ]);
    expect(marksDeep(DATABASE)).toEqual(['sensitive']);
    expect(hasMarkDeep(DATABASE, 'sensitive')).toBe(true);
    expect(hasMarkDeep(DATABASE, 'ephemeral')).toBe(false);
  });

  test('are taken off without changing anything else', () => {
    const bare = unmarkDeep(DATABASE);
    expect(containsMarks(bare)).toBe(false);
    expect(typesEqual(typeOf(bare), typeOf(DATABASE))).toBe(true);
    expect(bare.kind === 'object' && bare.attributes.get('name')).toBe(DATABASE.attributes.get('name'));
  });

  test('are sorted, without repetition, and undefined rather than empty', () => {
    expect(mergeMarks(['sensitive'], ['ephemeral', 'sensitive'])).toEqual(['ephemeral', 'sensitive']);
    expect(mergeMarks(undefined, undefined)).toBeUndefined();
    expect(withMarks(integerValue(1)).marks).toBeUndefined();
  });

  test('of a value without any cost nothing to take off', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(unmarkDeep(value)).toBe(value);
      }),
    );
  });
});
