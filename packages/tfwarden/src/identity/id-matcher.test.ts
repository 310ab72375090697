import { describe, expect, test } from 'vitest';
import { catalogueIdentities } from '../scan/scan.ts';
import { createIdMatcher } from './id-matcher.ts';
import { KNOWN_IDS } from './known-ids.ts';

const TABLE = createIdMatcher([
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
  const matcher = createIdMatcher([
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

  test('an id of a check that is still to be written is known', () => {
    expect(TABLE.resolve('AWS017')).toEqual({ kind: 'planned', id: 'aws-s3-enable-bucket-encryption' });
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

describe('the table of known ids', () => {
  const all = createIdMatcher(
    KNOWN_IDS.map(([id, aliases]) => ({ id, shortCode: id, aliases: aliases === '' ? [] : aliases.split(' ') })),
  );

  test('it has 355 checks', () => {
    expect(KNOWN_IDS).toHaveLength(355);
    expect(new Set(KNOWN_IDS.map(([id]) => id)).size).toBe(355);
  });

  // 148 codes: AWS 001 to 099 without 026 to 030 and 056, and so on.
  test('every legacy code of tfsec leads to a check', () => {
    const codes = new Set(
      KNOWN_IDS.flatMap(([, aliases]) => aliases.split(' ').filter((alias) => /^[A-Z]{3}\d{3}$/.test(alias))),
    );
    expect(codes.size).toBe(148);
    for (const code of codes) expect(all.resolve(code).kind, code).toBe('checks');
  });

  test.each([
    ['AWS006', 'aws-ec2-no-public-ingress-sgr'],
    ['AWS008', 'aws-ec2-no-public-ingress-sgr'],
    ['AWS082', 'aws-ec2-no-default-vpc'],
    ['aws-vpc-no-public-ingress-sgr', 'aws-ec2-no-public-ingress-sgr'],
    ['AWS072', 'aws-cloudfront-enforce-https'],
    ['GEN004', 'github-repositories-private'],
    ['GCP008', 'google-gke-no-legacy-authentication'],
  ])('%s, broken in tfsec 1.28 or dropped, is %s', (written, id) => {
    expect(all.matches(written, id)).toBe(true);
  });

  test('each of them has a check', async () => {
    const ids = (await catalogueIdentities()).map((identity) => identity.id);
    expect(KNOWN_IDS.map(([id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('the checks answer to all ids of the table', async () => {
    const existing = createIdMatcher(await catalogueIdentities());
    for (const [id, aliases] of KNOWN_IDS) {
      const others = new Set(KNOWN_IDS.map(([other]) => other));
      for (const alias of aliases.split(' ')) {
        if (alias === '' || others.has(alias)) continue;
        expect(existing.matches(alias, id), `${alias} is ${id}`).toBe(true);
      }
    }
  });
});
