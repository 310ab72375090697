import { equalValues } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { answer, evaluateText } from '../../testing/function-call.ts';

describe('functions that time, chance or a secret decides', () => {
  it('give unknown strings that are not null', () => {
    for (const call of ['timestamp()', 'uuid()', 'bcrypt("pw", 4)', 'plantimestamp()']) {
      const { value } = evaluateText(call);
      expect(value).toMatchObject({ kind: 'unknown', type: { kind: 'string' }, refinement: { notNull: true } });
      expect(value.kind === 'unknown' && value.origin?.subject.kind).toBe('function');
      expect(answer(`${call} == null`)).toBe('false');
    }
  });

  it('never take two calls for the same thing', () => {
    expect(answer('uuid() == uuid()')).toBe('?');
    const [first, second] = [evaluateText('uuid()').value, evaluateText('uuid()').value];
    expect(equalValues(first, second).kind).toBe('unknown');
  });

  it('check their arguments all the same', () => {
    expect(answer('bcrypt("pw", 4, 5)')).toContain('bcrypt() takes no more than two arguments');
    expect(answer('bcrypt("pw", 0.5)')).toContain('value must be a whole number');
    expect(answer('rsadecrypt("!!", "x")')).toContain('cipher text must be base64-encoded');
    expect(answer('rsadecrypt("aGk=", "x")')).toContain('ssh: no key found');
  });

  it('give what they are told to give', () => {
    expect(answer('plantimestamp()', { planTimestamp: '2024-05-06T07:08:09Z' })).toBe('"2024-05-06T07:08:09Z"');
  });
});
