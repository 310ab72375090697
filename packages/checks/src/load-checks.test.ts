import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { describe, expect, test } from 'vitest';
import { casesOf } from '../testing/cases-of.ts';
import { EstateIndex } from './kit/estate-index.ts';
import { loadAllChecks, loadChecks, loadChecksOf, PROVIDERS } from './load-checks.ts';
import { occurringIn } from './occurring.ts';

const all = await loadAllChecks();
const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n}\n';

describe('the checks of a root', () => {
  test('are those that have something to look at', async () => {
    expect(await idsFor(TABLE)).toEqual([
      'aws-dynamodb-enable-recovery',
      'aws-dynamodb-table-customer-key',
      'general-secrets-sensitive-in-attribute',
      'general-secrets-sensitive-in-attribute-value',
    ]);
    expect(await idsFor('variable "password" {}')).toEqual([
      'general-secrets-sensitive-in-attribute-value',
      'general-secrets-sensitive-in-variable',
    ]);
    expect(await idsFor('')).toEqual([]);
  });

  test('are of providers that occur: a request is no business of AWS without AWS', async () => {
    const request = 'data "http" "status" {\n  url = "https://example.com"\n}\n';
    expect(await idsFor(request)).toEqual([]);
    expect(await idsFor(`${request}provider "aws" {}\n`)).toContain('aws-ssm-avoid-leaks-via-http');
  });

  test('leave out those that are not stable, unless they are wanted', async () => {
    const provider = 'provider "aws" {}\n';
    expect(await idsFor(provider)).not.toContain('aws-accessanalyzer-enable-access-analyzer');
    expect(await idsFor(provider, true)).toContain('aws-accessanalyzer-enable-access-analyzer');
  });

  test('are all that would have found something, in every example and case', async () => {
    for (const check of all) {
      for (const text of [...check.examples.map((example) => example.bad), ...check.good]) {
        await expectLoaded({ 'main.tf': text });
      }
      for (const { files } of casesOf(check)) await expectLoaded(files);
    }
  }, 120_000);

  test('that code cannot invent: names of object members are no targets', async () => {
    expect(await idsFor('resource "constructor" "a" {}\nresource "__proto__" "b" {}\n')).toEqual(
      await idsFor('resource "null_resource" "a" {}\n'),
    );
  });
});

test('checks by id come in the order asked for, and ids of nothing are left out', async () => {
  const ids = ['aws-s3-block-public-acls', 'constructor', 'aws-dynamodb-enable-recovery', 'aws-s3'];
  expect((await loadChecksOf(ids)).map((check) => check.id)).toEqual([ids[0], ids[2]]);
});

test('providers', () => {
  expect(PROVIDERS).toEqual([...new Set(all.map((check) => check.provider))]);
});

async function idsFor(text: string, withOptional = false): Promise<readonly string[]> {
  const evaluation = openRoot(memoryFileSystem({ 'main.tf': text }), '.');
  return (await loadChecks(occurringIn(evaluation), { withOptional })).map((check) => check.id);
}

/** What is loaded is every check of an occurring provider with a resource to look at, and nothing else. */
async function expectLoaded(files: Readonly<Record<string, string>>): Promise<void> {
  const evaluation = openRoot(memoryFileSystem(files), '.');
  const occurring = occurringIn(evaluation);
  const estate = new EstateIndex(evaluation);
  const expected = all.filter(
    (check) =>
      occurring.providers.has(check.provider) && check.resources.some((target) => estate.resources(target).length > 0),
  );
  const loaded = await loadChecks(occurring, { withOptional: true });
  expect(loaded.map((check) => check.id)).toEqual(expected.map((check) => check.id));
}
