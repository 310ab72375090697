import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import type { AttributeView } from '../kit/index.ts';
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

function keyOf(expression: string): AttributeView {
  const text = `${KEYS}\nresource "aws_s3_object" "invoice" {\n  kms_key_id = ${expression}\n}\n`;
  return viewOf('aws_s3_object.invoice', text).attribute('kms_key_id');
}

describe('the key that AWS manages', () => {
  it.each([
    '"alias/aws/s3"',
    '"arn:aws:kms:eu-west-1:111122223333:alias/aws/s3"',
    'data.aws_kms_alias.managed.target_key_arn',
    'data.aws_kms_key.managed.arn',
  ])('is %s', (expression) => {
    expect(isAwsManagedKey(keyOf(expression), 's3')).toBe('true');
  });

  it.each([
    'null',
    '"alias/aws/ebs"',
    '"alias/invoices"',
    'data.aws_kms_alias.own.target_key_arn',
    'aws_kms_key.own.arn',
  ])('is not %s', (expression) => {
    expect(isAwsManagedKey(keyOf(expression), 's3')).toBe('false');
  });

  it('is any of them when no service is named', () => {
    expect(isAwsManagedKey(keyOf('"alias/aws/ebs"'))).toBe('true');
    expect(isAwsManagedKey(keyOf('"alias/invoices"'))).toBe('false');
  });
});
