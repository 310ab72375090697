import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { describe, expect, it } from 'vitest';
import { EstateIndex } from '../kit/estate-index.ts';
import { isAwsManagedKey } from './aws-managed-key.ts';

const KEYS = `
data "aws_kms_alias" "managed" {
  name = "alias/aws/s3"
}

data "aws_kms_key" "managed" {
  key_id = "alias/aws/s3"
}

data "aws_kms_alias" "own" {
  name = "alias/invoices"
}

resource "aws_kms_key" "own" {}
`;

function answerFor(expression: string): string {
  const text = `${KEYS}\nresource "aws_s3_object" "invoice" {\n  kms_key_id = ${expression}\n}\n`;
  const estate = new EstateIndex(openRoot(memoryFileSystem({ 'main.tf': text }), '.'));
  const [object] = estate.resources('aws_s3_object');
  if (object === undefined) throw new Error('no object');
  return isAwsManagedKey(object.attribute('kms_key_id'), 's3');
}

describe('the key that AWS manages', () => {
  it.each([
    '"alias/aws/s3"',
    '"arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"',
    'data.aws_kms_alias.managed.target_key_arn',
    'data.aws_kms_key.managed.arn',
  ])('is %s', (expression) => {
    expect(answerFor(expression)).toBe('true');
  });

  it.each([
    'null',
    '"alias/aws/ebs"',
    '"alias/invoices"',
    'data.aws_kms_alias.own.target_key_arn',
    'aws_kms_key.own.arn',
  ])('is not %s', (expression) => {
    expect(answerFor(expression)).toBe('false');
  });
});
