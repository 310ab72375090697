import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import { requireCustomerKey } from './customer-key.ts';

function verdictOn(expression: string, inherits?: 'true' | 'false' | 'unknown'): string {
  const cluster = viewOf(
    'aws_rds_cluster.orders',
    `variable "key" {
  type = string
}

data "aws_kms_alias" "any" {
  name = var.key
}

resource "aws_kms_key" "orders" {}

resource "aws_rds_cluster" "orders" {
  kms_key_id = ${expression}
}
`,
  );
  let verdict = 'passes';
  const options = inherits === undefined ? {} : { inherits: () => inherits };
  requireCustomerKey(
    'kms_key_id',
    'rds',
    options,
  )(cluster, {
    fail: ({ message }) => (verdict = message),
    undetermined: () => (verdict = 'undetermined'),
  });
  return verdict;
}

describe('a key of your own', () => {
  it.each([
    ['aws_kms_key.orders.arn', 'passes'],
    ['"arn:aws:kms:eu-west-1:111122223333:key/0f5e0e7a-9b5c-4a52-8f55-3c3a3f0a6d11"', 'passes'],
    ['"alias/aws/rds"', 'managed'],
    ['data.aws_kms_alias.any.target_key_arn', 'undetermined'],
    ['var.key', 'undetermined'],
    ['""', 'keyless'],
    ['null', 'keyless'],
  ])('%s: %s', (expression, verdict) => {
    expect(verdictOn(expression)).toBe(verdict);
  });

  it('may come from somewhere else when none is named', () => {
    expect(verdictOn('null', 'true')).toBe('passes');
    expect(verdictOn('null', 'unknown')).toBe('undetermined');
    expect(verdictOn('null', 'false')).toBe('keyless');
    expect(verdictOn('"alias/aws/rds"', 'true')).toBe('managed');
  });
});
