import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import type { SecretReference } from './secret-reference.ts';
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
  encoded  = urlencode(random_password.this["orders"].result)
  releases = { orders = "v1" }
  release  = local.releases[jsondecode(random_password.this["orders"].result).name]
}
`;

function secretOf(expression: string): SecretReference | undefined {
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
    expect(secretOf(expression)?.name).toBe(secret);
    expect(secretOf(expression)?.isCertain).toBe(true);
  });

  it.each(['"${local.encoded}"', '"https://example.com/${local.release}"'])('%s depends on one', (expression) => {
    expect(secretOf(expression)?.isCertain).toBe(false);
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
