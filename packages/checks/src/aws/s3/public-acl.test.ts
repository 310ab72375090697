import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { isShielded, publicGrantsOf } from './public-acl.ts';

/** @param body of the bucket @param rest of the configuration */
function bucketWith(body: string, rest = ''): ReturnType<typeof viewOf> {
  const variable = 'variable "unknown" {\n  type = string\n}\n';
  return viewOf(
    'aws_s3_bucket.orders',
    `${variable}resource "aws_s3_bucket" "orders" {\n  bucket = "orders"\n${body}\n}\n${rest}\n`,
  );
}

function grantTo(group: string): string {
  return `grant {\n  type = "Group"\n  permissions = ["READ"]\n  uri = "http://acs.amazonaws.com/groups/${group}"\n}`;
}

describe('what opens a bucket', () => {
  it.each([
    ['acl = "public-read"', ['acl true']],
    ['acl = "PUBLIC-READ-WRITE"', ['acl true']],
    ['acl = "authenticated-read"', ['acl true']],
    ['acl = "website"', ['acl true']],
    ['acl = var.unknown', ['acl unknown']],
    [grantTo('global/AllUsers'), ['grant true']],
    [grantTo('global/AuthenticatedUsers'), ['grant true']],
    [grantTo('s3/LogDelivery'), []],
    ['acl = "private"', []],
    ['', []],
  ])('%s', (body, grants) => {
    expect(publicGrantsOf(bucketWith(body)).map(({ kind, answer }) => `${kind} ${answer}`)).toEqual(grants);
  });
});

describe('what keeps public ACLs from working', () => {
  it.each([
    [block('block_public_acls = true'), 'true'],
    [block('ignore_public_acls = true'), 'true'],
    [block('block_public_policy = true'), 'false'],
    [block('ignore_public_acls = var.unknown'), 'unknown'],
    [ownership('"BucketOwnerEnforced"'), 'true'],
    [ownership('"ObjectWriter"'), 'false'],
    ['resource "aws_s3_account_public_access_block" "x" {\n  ignore_public_acls = true\n}', 'true'],
    ['', 'false'],
  ])('%s: %s', (rest, answer) => {
    expect(isShielded(bucketWith('', rest))).toBe(answer);
  });
});

function block(body: string): string {
  return `resource "aws_s3_bucket_public_access_block" "x" {\n  bucket = aws_s3_bucket.orders.id\n  ${body}\n}`;
}

function ownership(value: string): string {
  const rule = `rule {\n    object_ownership = ${value}\n  }`;
  return `resource "aws_s3_bucket_ownership_controls" "x" {\n  bucket = "orders"\n  ${rule}\n}`;
}
