import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeValue } from '../../testing/describe-value.ts';
import { types, values } from '../../testing/value-arbitrary.ts';
import {
  listValue,
  NULL,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
} from './construct.ts';
import { convert, isConversionFailure } from './convert.ts';
import { withMarks } from './marks.ts';
import type { Type } from './type.ts';
import { BOOL, DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf } from './type.ts';
import { conformsTo, typeOf } from './type-of.ts';
import type { Value } from './value.ts';

function converted(value: Value, type: Type): string {
  const result = convert(value, type);
  return isConversionFailure(result) ? `failure: ${result.message}` : describeValue(result);
}

describe('properties', () => {
  test('a converted value has the type that was asked for', () => {
    fc.assert(
      fc.property(values, types, (value, type) => {
        const result = convert(value, type);
        if (!isConversionFailure(result)) expect(conformsTo(typeOf(result), type)).toBe(true);
      }),
    );
  });

  test('converting twice is converting once', () => {
    fc.assert(
      fc.property(values, types, (value, type) => {
        const once = convert(value, type);
        fc.pre(!isConversionFailure(once));
        const twice = isConversionFailure(once) ? once : convert(once, type);
        expect(isConversionFailure(twice) || isConversionFailure(once) ? 'failure' : describeValue(twice)).toBe(
          isConversionFailure(once) ? '' : describeValue(once),
        );
      }),
    );
  });
});

describe('single conversions', () => {
  test('texts become numbers and bools, and only lower case ones', () => {
    expect(converted(stringValue('1e3'), NUMBER)).toBe('1000@512');
    expect(converted(stringValue('one'), NUMBER)).toBe('failure: a number is required');
    expect(converted(stringValue('1'), BOOL)).toBe('true');
    expect(converted(stringValue('True'), BOOL)).toBe(
      'failure: a bool is required; to convert from string, use lowercase "true"',
    );
  });

  test('a list of any takes the one type of its elements', () => {
    const mixed = tupleValue([numberValue(1), stringValue('a'), NULL]);
    expect(converted(mixed, listOf(DYNAMIC))).toBe('list<"string">("1","a",null:"string",)');
    expect(converted(tupleValue([numberValue(1), tupleValue([])]), listOf(DYNAMIC))).toBe(
      'failure: all list elements must have the same type',
    );
  });

  test('attributes that may be left out become null, others are asked for', () => {
    const type = objectOf(
      [
        ['name', STRING],
        ['size', NUMBER],
      ],
      new Set(['size']),
    );
    expect(converted(objectValue([['name', stringValue('orders')]]), type)).toBe(
      '{"name"="orders","size"=null:"number",)',
    );
    expect(converted(objectValue([]), type)).toBe('failure: attribute "name" is required');
  });

  test('failures tell where', () => {
    const type = mapOf(listOf(NUMBER));
    const result = convert(objectValue([['a', listValue(STRING, [stringValue('1'), stringValue('x')])]]), type);
    expect(result).toMatchObject({
      kind: 'conversionFailure',
      message: 'a number is required',
      path: [
        { kind: 'index', key: 'a' },
        { kind: 'index', key: 1 },
      ],
    });
  });

  test('sets take the marks of their elements', () => {
    const secret = withMarks(stringValue('b'), ['sensitive']);
    expect(converted(tupleValue([secret, stringValue('a')]), setOf(STRING))).toBe('{sensitive}set<"string">("a","b",)');
  });

  test('an unknown keeps what it stands for', () => {
    const subject = { kind: 'resource', address: 'aws_vpc.main' } as const;
    const id = unknownValue(DYNAMIC, { origin: { subject, path: '.id' } });
    expect(convert(id, STRING)).toMatchObject({ kind: 'unknown', type: STRING, origin: { subject, path: '.id' } });
  });

  test('an open object gives its unlisted attributes as unknowns', () => {
    const subject = { kind: 'resource', address: 'aws_vpc.main' } as const;
    const vpc = objectValue([['cidr_block', stringValue('10.0.0.0/16')]], { subject, path: '' });
    const type = objectOf([
      ['id', STRING],
      ['cidr_block', STRING],
    ]);
    const result = convert(vpc, type);
    expect(result.kind === 'object' && result.attributes.get('id')).toMatchObject({ origin: { subject, path: '.id' } });
    expect(converted(vpc, STRING)).toBe('failure: string required');
  });

  test('null has the type that is asked for', () => {
    expect(converted(nullValue(STRING), NUMBER)).toBe('null:"number"');
  });
});
