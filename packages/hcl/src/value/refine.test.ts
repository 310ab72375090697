import { describe, expect, test } from 'vitest';
import { describeValue } from '../../testing/describe-value.ts';
import { integerValue, unknownValue } from './construct.ts';
import { refine, refineNotNull, safePrefix } from './refine.ts';
import type { Type } from './type.ts';
import { DYNAMIC, listOf, mapOf, NUMBER, STRING, setOf } from './type.ts';
import type { OriginSubject, Refinement } from './value.ts';

function refined(type: Type, refinement: Refinement): string {
  return describeValue(refine(unknownValue(type), refinement));
}

describe('an unknown of which one possibility is left is known', () => {
  const two = { value: integerValue(2), inclusive: true };

  test.each<[string, Type, Refinement, string]>([
    ['a number between 2 and 2', NUMBER, { notNull: true, lower: two, upper: two }, '2@64'],
    ['the same that may be null', NUMBER, { lower: two, upper: two }, '?"number">2true<2true'],
    ['a list without elements', listOf(STRING), { notNull: true, maxLength: 0 }, 'list<"string">()'],
    ['a map without elements', mapOf(STRING), { notNull: true, maxLength: 0 }, 'map<"string">()'],
    ['a list of one', listOf(STRING), { notNull: true, minLength: 1, maxLength: 1 }, 'list<"string">(?"string",)'],
    ['a set of one', setOf(STRING), { notNull: true, minLength: 1, maxLength: 1 }, 'set<"string">(?"string",)'],
    ['a map of one', mapOf(STRING), { notNull: true, minLength: 1, maxLength: 1 }, '?["map","string"]!>1<1'],
  ])('%s', (_, type, refinement, expected) => {
    expect(refined(type, refinement)).toBe(expected);
  });

  test('its elements stand for parts of what it stood for', () => {
    const subject: OriginSubject = { kind: 'resource', address: 'aws_lb.main' };
    const list = unknownValue(listOf(STRING), { origin: { subject, path: '.subnets' } });
    expect(refine(list, { notNull: true, minLength: 1, maxLength: 1 })).toMatchObject({
      elements: [{ origin: { subject, path: '.subnets[0]' } }],
    });
  });
});

test('of an unknown type nothing can be said', () => {
  const anything = unknownValue(DYNAMIC);
  expect(refineNotNull(anything)).toBe(anything);
});

test('the tighter bound stays', () => {
  const value = refine(unknownValue(listOf(STRING)), { minLength: 2, maxLength: 9 });
  expect(describeValue(refine(value, { minLength: 1, maxLength: 5 }))).toBe('?["list","string"]>2<5');
});

/** Answers of cty's `SafeKnownPrefix`. */
test.each([
  ['hello', 'hell'],
  ['arn:', 'arn:'],
  ['a1', 'a'],
  ['a\n', 'a'],
  ['a\nb:', 'a'],
  ['a\r\nb:', 'a\r\nb:'],
  ['x\t', 'x\t'],
  ['é', ''],
  ['aé:', 'aé:'],
  ['a👍', 'a'],
  ['日本', '日'],
])('of %j the prefix %j is certain', (text, expected) => {
  expect(safePrefix(text)).toBe(expected);
});
