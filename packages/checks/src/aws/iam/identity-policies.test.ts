import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { identityPoliciesOf } from './identity-policies.ts';

const ESTATE = `
variable "policy" {
  type = string
}

resource "aws_iam_policy" "orders" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }] })
}

resource "aws_iam_user_policy" "orders" {
  policy = var.policy
}

resource "aws_iam_role" "orders" {
  inline_policy {
    policy = jsonencode({ Statement = [{ Action = "sqs:SendMessage" }, { Action = "sqs:GetQueueUrl" }] })
  }

  inline_policy {
    policy = var.policy
  }
}
`;

describe('the policies of identities', () => {
  it.each([
    ['aws_iam_policy.orders', ['1 statements']],
    ['aws_iam_user_policy.orders', ['0 statements or more']],
    ['aws_iam_role.orders', ['2 statements', '0 statements or more']],
  ])('of %s', (address, policies) => {
    const read = identityPoliciesOf(viewOf(address, ESTATE)).map(
      ({ policy, isPartly }) => `${policy.statements.length} statements${isPartly ? ' or more' : ''}`,
    );
    expect(read).toEqual(policies);
  });
});
