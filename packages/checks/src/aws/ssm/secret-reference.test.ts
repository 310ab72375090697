import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { secretIn } from './secret-reference.ts';

const SECRETS = `
resource "aws_ssm_parameter" "password" {
  name  = "/orders/password"
  type  = "SecureString"
  value = "correct horse"
}

resource "random_password" "this" {
  for_each = toset(["orders", "carts.v2"])
  length   = 32
}

data "aws_ssm_parameters_by_path" "orders" {
  path = "/orders"
}

locals {
  password = random_password.this["carts.v2"].result
}
`;

function secretOf(expression: string): string | undefined {
  const text = `${SECRETS}\ndata "http" "this" {\n  url = ${expression}\n}\n`;
  return secretIn(viewOf('data.http.this', text).attribute('url'));
}

describe('a secret in a value', () => {
  it.each([
    ['aws_ssm_parameter.password.value', 'aws_ssm_parameter.password.value'],
    ['"https://example.com/${aws_ssm_parameter.password.value}"', 'aws_ssm_parameter.password.value'],
    ['random_password.this["orders"].result', 'random_password.this["orders"].result'],
    ['"${local.password}"', 'random_password.this["carts.v2"].result'],
    ['data.aws_ssm_parameters_by_path.orders.values[0]', 'data.aws_ssm_parameters_by_path.orders.values[0]'],
  ])('%s is %s', (expression, secret) => {
    expect(secretOf(expression)).toBe(secret);
  });

  it.each([
    '"https://example.com/"',
    'aws_ssm_parameter.password.arn',
    'aws_ssm_parameter.password.name',
    'data.aws_ssm_parameters_by_path.orders.names[0]',
  ])('%s has none', (expression) => {
    expect(secretOf(expression)).toBeUndefined();
  });
});
