import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { isLogBucket } from './log-bucket.ts';

/** @param body of the bucket @param rest of the configuration */
function answerFor(body: string, rest = ''): string {
  const text = `variable "unknown" {\n  type = string\n}\nresource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n${body}\n}\n${rest}\n`;
  return isLogBucket(viewOf('aws_s3_bucket.logs', text));
}

function policyFor(service: string, action: string): string {
  const principal = `Principal = { Service = "${service}" }`;
  return `policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*", ${principal} }] })`;
}

describe('a bucket for access logs', () => {
  it.each([
    ['its ACL', 'acl = "log-delivery-write"', ''],
    ['its policy', policyFor('logging.s3.amazonaws.com', 's3:PutObject'), ''],
    ['a pattern in its policy', policyFor('logging.s3.amazonaws.com', 's3:Put*'), ''],
    ['another that names it', '', 'resource "aws_s3_bucket_logging" "x" {\n  target_bucket = "logs"\n}'],
    [
      'another that refers to it',
      '',
      'resource "aws_s3_bucket" "x" {\n  logging {\n    target_bucket = aws_s3_bucket.logs.id\n  }\n}',
    ],
  ])('is told by %s', (_, body, rest) => {
    expect(answerFor(body, rest)).toBe('true');
  });

  it.each([
    ['nothing', ''],
    ['another ACL', 'acl = "private"'],
    ['logs of another service', policyFor('cloudtrail.amazonaws.com', 's3:PutObject')],
    ['the right to read', policyFor('logging.s3.amazonaws.com', 's3:GetObject')],
  ])('is not told by %s', (_, body) => {
    expect(answerFor(body)).toBe('false');
  });

  it.each(['acl = var.unknown', 'policy = var.unknown'])('may be one with %s', (body) => {
    expect(answerFor(body)).toBe('unknown');
  });
});
