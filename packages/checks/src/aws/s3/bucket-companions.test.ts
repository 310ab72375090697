import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { askCompanions, bucketOf, companionsOf } from './bucket-companions.ts';

const ESTATE = `
variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "private"
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = "orders"
}

resource "aws_s3_bucket_acl" "elsewhere" {
  bucket = "elsewhere"
}

resource "aws_s3_bucket_versioning" "elsewhere" {
  bucket = "elsewhere"
}

resource "aws_s3_bucket_acl" "unknown" {
  bucket = var.bucket
}

resource "aws_s3_bucket_versioning" "unknown" {
  bucket = var.bucket
}
`;

describe('the bucket of a companion', () => {
  it.each([
    ['aws_s3_bucket_acl.orders', 'aws_s3_bucket.orders'],
    ['aws_s3_bucket_versioning.orders', 'aws_s3_bucket.orders'],
    ['aws_s3_bucket_acl.elsewhere', undefined],
    ['aws_s3_bucket_acl.unknown', undefined],
  ])('of %s is %s', (companion, bucket) => {
    expect(bucketOf(viewOf(companion, ESTATE))?.address).toBe(bucket);
  });
});

describe('the companions of a bucket', () => {
  it.each([
    ['aws_s3_bucket.orders', 'aws_s3_bucket_versioning.orders'],
    ['aws_s3_bucket_acl.orders', 'aws_s3_bucket_versioning.orders'],
    ['aws_s3_bucket_acl.elsewhere', 'aws_s3_bucket_versioning.elsewhere'],
    ['aws_s3_bucket_acl.unknown', 'aws_s3_bucket_versioning.unknown'],
  ])('are found from %s', (resource, companion) => {
    const { found } = companionsOf(viewOf(resource, ESTATE), 'aws_s3_bucket_versioning');
    expect(found.map((view) => view.address)).toEqual([companion]);
  });

  it('answer for the bucket, and leave it open where one may belong to another', () => {
    const orders = viewOf('aws_s3_bucket.orders', ESTATE);
    expect(askCompanions(orders, 'aws_s3_bucket_acl', () => 'true')).toBe('true');
    expect(askCompanions(orders, 'aws_s3_bucket_acl', () => 'false')).toBe('false');
    expect(askCompanions(orders, 'aws_s3_bucket_logging', () => 'true')).toBe('false');
    const alone = viewOf('aws_s3_bucket.alone', `${ESTATE}resource "aws_s3_bucket" "alone" {\n  bucket = "alone"\n}\n`);
    expect(askCompanions(alone, 'aws_s3_bucket_acl', () => 'true')).toBe('unknown');
    expect(askCompanions(alone, 'aws_s3_bucket_acl', () => 'false')).toBe('false');
  });
});
