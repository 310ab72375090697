import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import type { Text } from '../../kit/index.ts';
import { textOfAttribute } from '../../kit/index.ts';
import { isEveryBucket, isNamedBucket } from './named-bucket.ts';

function textOf(expression: string): Text {
  const view = viewOf(
    'aws_sqs_queue.holder',
    `variable "unknown" {
      type = string
    }
    resource "aws_s3_bucket" "orders" {}
    resource "aws_sqs_queue" "orders" {}
    resource "aws_sqs_queue" "holder" {
      name = ${expression}
    }`,
  );
  const text = textOfAttribute(view.attribute('name'));
  if (text === undefined) throw new Error(`${expression} is no text`);
  return text;
}

/** Template syntax, kept out of the literals of this file. */
function part(reference: string): string {
  return `$\{${reference}}`;
}

describe('a resource of a statement', () => {
  it.each([
    ['"arn:aws:s3:::orders"', 'true'],
    ['"arn:aws:s3:::orders/*"', 'true'],
    ['"arn:aws-cn:s3:::orders/2026/*"', 'true'],
    ['aws_s3_bucket.orders.arn', 'true'],
    [`"${part('aws_s3_bucket.orders.arn')}/*"`, 'true'],
    [`"arn:aws:s3:::${part('var.unknown')}/*"`, 'true'],
    ['"arn:aws:sqs:eu-west-1:111122223333:orders-*"', 'true'],
    ['"*"', 'false'],
    ['"arn:aws:s3:::*"', 'false'],
    ['"arn:aws:s3:::orders-*/*"', 'false'],
    [`"${part('aws_s3_bucket.orders.arn')}*"`, 'false'],
    ['"arn:aws:*:::orders"', 'true'],
    ['var.unknown', 'unknown'],
  ])('%s is a named bucket: %s', (expression, answer) => {
    expect(isNamedBucket(textOf(expression))).toBe(answer);
  });

  it.each([
    ['"*"', 'true'],
    ['"arn:aws:s3:::*"', 'true'],
    ['"arn:aws:s3:::*/*"', 'true'],
    ['"arn:aws:s3:::orders-*"', 'false'],
    ['aws_s3_bucket.orders.arn', 'false'],
    ['var.unknown', 'unknown'],
  ])('%s is every bucket: %s', (expression, answer) => {
    expect(isEveryBucket(textOf(expression))).toBe(answer);
  });
});
