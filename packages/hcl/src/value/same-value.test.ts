import { expect, test } from 'vitest';
import { boolValue, listValue, nullValue, numberValue, objectValue, stringValue, unknownValue } from './construct.ts';
import { withMarks } from './marks.ts';
import { isSameValue } from './same-value.ts';
import { NUMBER, STRING } from './type.ts';
import type { Value } from './value.ts';

const QUEUE = { kind: 'resource', address: 'aws_sqs_queue.orders' } as const;

/** Makes each value anew, so that none is the same object as another. */
const VALUES: readonly (() => Value)[] = [
  () => stringValue('orders'),
  () => stringValue('returns'),
  () => withMarks(stringValue('orders'), ['sensitive']),
  () => boolValue(true),
  () => numberValue(1),
  () => numberValue(1.5),
  () => numberValue(1, 64),
  () => nullValue(STRING),
  () => nullValue(NUMBER),
  () => listValue(STRING, [stringValue('orders')]),
  () => listValue(STRING, []),
  () => listValue(NUMBER, []),
  () => objectValue([['name', stringValue('orders')]]),
  () => objectValue([['name', stringValue('orders')]], { subject: QUEUE, path: '' }),
  () => objectValue([['title', stringValue('orders')]]),
  () => unknownValue(STRING),
  () => unknownValue(NUMBER),
  () => unknownValue(STRING, { refinement: { notNull: true } }),
  () => unknownValue(STRING, { refinement: { prefix: 'arn:' } }),
  () => unknownValue(NUMBER, { refinement: { lower: { value: numberValue(1), inclusive: true } } }),
  () => unknownValue(NUMBER, { refinement: { lower: { value: numberValue(1), inclusive: false } } }),
  () => unknownValue(STRING, { origin: { subject: QUEUE, path: '.id' } }),
  () => unknownValue(STRING, { origin: { subject: QUEUE, path: '.arn' } }),
  () => unknownValue(STRING, { origin: { subject: { ...QUEUE }, path: '.id' } }),
  () => unknownValue(STRING, { waitsFor: [{ subject: QUEUE, path: '.id' }] }),
];

test('a value is the same as one made in the same way, and as no other', () => {
  for (const [index, make] of VALUES.entries()) {
    const same = VALUES.flatMap((other, position) => (isSameValue(make(), other()) ? [position] : []));
    // The origin with a subject of its own is another one each time.
    expect(same).toEqual(index === VALUES.length - 2 ? [] : [index]);
  }
});
