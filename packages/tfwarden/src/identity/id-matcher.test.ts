import { describe, expect, test } from 'vitest';
import { createIdMatcher } from './id-matcher.ts';

const TABLE = createIdMatcher(() => [
  {
    id: 'aws-dynamodb-enable-recovery',
    shortCode: 'enable-recovery',
    aliases: ['AWS086', 'AVD-AWS-0024', 'AWS-0024', 'CKV_AWS_28', '741f1291-47ac-4a85-a07b-3d32a9d6bd3e'],
  },
  { id: 'aws-s3-block-public-acls', shortCode: 'block-public-acls', aliases: ['AWS074'] },
  { id: 'aws-s3-enable-versioning', shortCode: 'enable-versioning', aliases: ['AWS077'] },
  { id: 'custom-custom-tags001', shortCode: 'tags001', aliases: [] },
]);

test('an id of a check that others declare as an alias stands for all of them', () => {
  const umbrella = 'general-secrets-no-plaintext-exposure';
  const member = 'general-secrets-sensitive-in-variable';
  const matcher = createIdMatcher(() => [
    { id: umbrella, shortCode: 'no-plaintext-exposure', aliases: [] },
    { id: member, shortCode: 'sensitive-in-variable', aliases: ['GEN001', umbrella] },
  ]);
  expect(matcher.resolve(umbrella)).toEqual({ kind: 'checks', ids: new Set([umbrella, member]) });
  expect(matcher.resolve(member)).toEqual({ kind: 'checks', ids: new Set([member]) });
});

function idsOf(written: string): readonly string[] | string {
  const resolved = TABLE.resolve(written);
  return resolved.kind === 'checks' ? [...resolved.ids].toSorted() : resolved.kind;
}

describe('every way to write an id', () => {
  test.each([
    ['aws-dynamodb-enable-recovery'],
    ['AWS-DYNAMODB-Enable-Recovery'],
    ['AWS086'],
    ['aws086'],
    ['AVD-AWS-0024'],
    ['avd-aws-0024'],
    ['AWS-0024'],
    ['CKV_AWS_28'],
    ['741f1291-47ac-4a85-a07b-3d32a9d6bd3e'],
    ['enable-recovery'],
    [' AWS086 '],
    ['aws-dynamodb-*'],
    ['AWS08?'],
  ])('%s', (written) => {
    expect(idsOf(written)).toEqual(['aws-dynamodb-enable-recovery']);
  });

  test('patterns take several', () => {
    expect(idsOf('aws-s3-*')).toEqual(['aws-s3-block-public-acls', 'aws-s3-enable-versioning']);
    expect(idsOf('*')).toHaveLength(4);
    expect(idsOf('gcp-*')).toEqual([]);
  });

  test('custom checks have a long and a short id', () => {
    expect(idsOf('custom-custom-TAGS001')).toEqual(['custom-custom-tags001']);
    expect(idsOf('TAGS001')).toEqual(['custom-custom-tags001']);
  });

  test('an id without successor is explained', () => {
    expect(TABLE.resolve('azure-appservice-php-version').kind).toBe('retired');
  });

  test('an unknown id gets the nearest one', () => {
    expect(TABLE.resolve('AWS087X')).toEqual({ kind: 'unknown', suggestion: 'AWS086' });
    expect(TABLE.resolve('aws-dynamodb-enable-recovry')).toEqual({
      kind: 'unknown',
      suggestion: 'aws-dynamodb-enable-recovery',
    });
    expect(TABLE.resolve('completely different')).toEqual({ kind: 'unknown', suggestion: undefined });
  });

  test('names of object members are no ids', () => {
    expect(TABLE.resolve('__proto__').kind).toBe('unknown');
    expect(TABLE.resolve('constructor').kind).toBe('unknown');
  });
});

test('nothing is asked for before an id is met', () => {
  let asked = 0;
  const matcher = createIdMatcher(() => {
    asked++;
    return [];
  });
  expect(asked).toBe(0);
  matcher.resolve('AWS086');
  matcher.resolve('AWS087');
  expect(asked).toBe(1);
});
