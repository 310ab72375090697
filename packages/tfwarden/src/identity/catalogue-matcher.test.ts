import { readFileSync } from 'node:fs';
import { catalogue } from '@tfwarden/checks';
import { expect, test } from 'vitest';
import { createCatalogueMatcher } from './catalogue-matcher.ts';

/** Every id that tfwarden promised to answer for before all checks were written: one line for a check, its id first. */
const PROMISED = readFileSync(new URL('../../testdata/known-ids.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' '));
const matcher = createCatalogueMatcher();

test('there are 355 checks, and each has its line', () => {
  expect(PROMISED).toHaveLength(355);
  expect(new Set(PROMISED.map(([id]) => id))).toEqual(new Set(catalogue().map((entry) => entry.id)));
});

// 148 codes: AWS 001 to 099 without 026 to 030 and 056, and so on.
test('every legacy code of tfsec leads to a check', () => {
  const codes = new Set(PROMISED.flat().filter((id) => /^[A-Z]{3}\d{3}$/.test(id)));
  expect(codes.size).toBe(148);
  for (const code of codes) expect(matcher.resolve(code).kind, code).toBe('checks');
});

test('the checks answer to all of their ids', () => {
  const mains = new Set(PROMISED.map(([id]) => id));
  for (const [id = '', ...aliases] of PROMISED) {
    expect(matcher.matches(id, id), id).toBe(true);
    for (const alias of aliases) {
      // An old id of this check that another check has for its own now stands for that one.
      if (!mains.has(alias)) expect(matcher.matches(alias, id), `${alias} is ${id}`).toBe(true);
    }
  }
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
  expect(matcher.matches(written, id)).toBe(true);
});

test('custom checks have their ids beside ours', () => {
  const tags = { id: 'custom-custom-tags001', shortCode: 'tags001', aliases: [] };
  expect(createCatalogueMatcher([tags]).matches('TAGS001', tags.id)).toBe(true);
  expect(matcher.resolve('TAGS001').kind).toBe('unknown');
});
