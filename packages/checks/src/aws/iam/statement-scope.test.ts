import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import type { Statement } from '../../kit/index.ts';
import { policyOf } from '../../kit/index.ts';
import { coversAction, hasConditionOn, hasWildcard, isDenied, scopeOfAction } from './statement-scope.ts';

const VARIABLES = 'variable "unknown" {\n  type = string\n}\nresource "aws_sqs_queue" "orders" {}\n';

/** The first statement of a policy with these members. @param members HCL, as in an object */
function statementWith(members: string): Statement {
  const text = `${VARIABLES}resource "aws_iam_policy" "orders" {\n  policy = jsonencode({ Statement = [{ ${members} }] })\n}\n`;
  const policy = policyOf(viewOf('aws_iam_policy.orders', text).attribute('policy'));
  const [statement] = policy.statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

function covers(pattern: string, action: string): string {
  const [item] = statementWith(`Action = "${pattern}"`).actions.items;
  if (item === undefined) throw new Error('no action');
  return coversAction(item, action);
}

describe('a pattern of actions', () => {
  it.each(['iam:PassRole', 'IAM:passrole', '*', 'iam:*', 'iam:Pass*', 'i*:*Role', 'iam:Pass?ole', '**'])(
    '%s covers iam:PassRole',
    (pattern) => {
      expect(covers(pattern, 'iam:PassRole')).toBe('true');
    },
  );

  it.each(['iam:PassRoles', 'iam:Get*', 's3:*', 'iam:Pass?Role', '', 'iam:*Roles'])('%s does not', (pattern) => {
    expect(covers(pattern, 'iam:PassRole')).toBe('false');
  });

  it('is undecided when an unknown part could make it match', () => {
    const unknown = ['$', '{var.unknown}'].join('');
    expect(covers(`iam:${unknown}`, 'iam:PassRole')).toBe('unknown');
    expect(covers(`s3:${unknown}`, 'iam:PassRole')).toBe('false');
  });

  it('takes no quadratic time for many stars', () => {
    expect(covers(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe('false');
  });
});

describe('the scope of a statement', () => {
  it('points at the action that covers', () => {
    const scope = scopeOfAction(statementWith('Action = ["s3:GetObject", "iam:*"]'), 'iam:PassRole');
    expect([scope.answer, scope.at.range.file.text.slice(scope.at.range.start, scope.at.range.end)]).toEqual([
      'true',
      '"iam:*"',
    ]);
  });

  it('is everything but what NotAction names', () => {
    expect(scopeOfAction(statementWith('NotAction = ["s3:*"]'), 'iam:PassRole').answer).toBe('true');
    expect(scopeOfAction(statementWith('NotAction = ["iam:*"]'), 'iam:PassRole').answer).toBe('false');
  });

  it('is unknown when the actions are', () => {
    expect(scopeOfAction(statementWith('Action = var.unknown'), 'iam:PassRole').answer).toBe('unknown');
  });

  it('ends where another statement denies, but not for one resource', () => {
    const wide = { state: 'known', statements: [statementWith(denial('*'))] } as const;
    const narrow = {
      state: 'known',
      statements: [statementWith(denial('arn:aws:iam::111122223333:role/admin'))],
    } as const;
    expect([isDenied(wide, 'iam:PassRole'), isDenied(wide, 's3:GetObject')]).toEqual([true, false]);
    expect(isDenied(narrow, 'iam:PassRole')).toBe(false);
  });
});

function denial(resource: string): string {
  return `Effect = "Deny", Action = "iam:*", Resource = "${resource}"`;
}

describe('a resource of a statement', () => {
  it.each([
    ['"arn:aws:sqs:*"', 'true'],
    ['"arn:aws:sqs:orders"', 'false'],
    ['aws_sqs_queue.orders.arn', 'false'],
    ['var.unknown', 'unknown'],
  ])('%s has a wildcard: %s', (expression, answer) => {
    const [item] = statementWith(`Resource = ${expression}`).resources.items;
    expect(item && hasWildcard(item)).toBe(answer);
  });
});

describe('the conditions of a statement', () => {
  it('are found by their keys without case, tags by their prefix', () => {
    const statement = statementWith('Condition = { StringEquals = { "aws:ResourceTag/Team" = "orders" } }');
    expect(hasConditionOn(statement, ['aws:resourcetag/'])).toBe(true);
    expect(hasConditionOn(statement, ['iam:passedtoservice'])).toBe(false);
  });
});
