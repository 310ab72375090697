import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeValue } from '../../testing/describe-value.ts';
import { values } from '../../testing/value-arbitrary.ts';
import { NEGATIVE_ZERO } from './big-float.ts';
import { integerValue, nullValue, numberValue, objectValue, stringValue, unknownValue } from './construct.ts';
import { compareForEquality } from './equality.ts';
import { containsUnknown } from './extent.ts';
import { hashKey, setHas, setValue } from './set.ts';
import { compareNames, NUMBER, STRING } from './type.ts';
import { typeOf, typesEqual } from './type-of.ts';
import type { Value } from './value.ts';

describe('sets', () => {
  test('do not depend on the order in which they are filled', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 0 }), (texts, turn) => {
        const elements = texts.map(stringValue);
        const at = turn % Math.max(1, elements.length);
        const turned = [...elements.slice(at), ...elements.slice(0, at)].toReversed();
        expect(describeValue(setValue(STRING, turned))).toBe(describeValue(setValue(STRING, elements)));
      }),
    );
  });

  test('hold texts once, in the order of their code points', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const set = setValue(STRING, texts.map(stringValue));
        const held = set.elements.map((element) => (element.kind === 'string' ? element.value : ''));
        expect(held).toEqual([...new Set(texts.map((text) => text.normalize('NFC')))].toSorted(compareNames));
      }),
    );
  });

  test('tell wholly known values of one type apart exactly as equality does', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        fc.pre(!containsUnknown(a) && !containsUnknown(b) && typesEqual(typeOf(a), typeOf(b)));
        expect(hashKey(a) === hashKey(b)).toBe(compareForEquality(a, b) === true);
      }),
    );
  });

  test('put null last, unknown before it and negative zero before zero', () => {
    const elements = [
      nullValue(NUMBER),
      integerValue(2),
      unknownValue(NUMBER),
      integerValue(0),
      numberValue(NEGATIVE_ZERO),
    ];
    expect(describeValue(setValue(NUMBER, elements))).toBe('set<"number">(-0@512,0@64,2@64,?"number",null:"number",)');
  });

  test('keep unknown elements apart', () => {
    expect(setValue(STRING, [unknownValue(STRING), unknownValue(STRING)]).elements.length).toBe(2);
  });

  test('find their elements', () => {
    const orders = objectValue([['name', stringValue('orders')]]);
    const set = setValue(typeOf(orders), [orders]);
    const same: Value = objectValue([['name', stringValue('orders')]]);
    expect(setHas(set, same)).toBe(true);
    expect(setHas(set, objectValue([['name', stringValue('audit')]]))).toBe(false);
  });
});
