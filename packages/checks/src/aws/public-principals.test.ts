import { describe, expect, it } from 'vitest';
import { scanText } from '../../testing/scan-text.ts';
import { defineCheck, policyOf } from '../kit/index.ts';
import { publicAccessOf } from './public-principals.ts';

const probe = defineCheck({
  id: 'aws-ecr-probe',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_ecr_repository_policy',
  title: 'Probe',
  why: 'Probe.',
  harm: 'Probe.',
  remedy: 'Probe.',
  links: ['https://example.com'],
  alsoKnownAs: {},
  messages: { said: '{address} {answer}' },
  examples: () => [{ bad: '', expect: 'said' }],
  good: () => [''],
  evaluate(resource, report) {
    for (const statement of policyOf(resource.attribute('policy')).statements) {
      const { answer, at } = publicAccessOf(statement);
      report.fail({ message: 'said', at, values: { answer } });
    }
  },
});

/** What is said about a statement. @param parts of the statement behind its effect and action, as HCL */
function answerOf(parts: string, effect = '"Allow"'): string {
  const files = {
    'main.tf': `
      variable "value" {
        type = string
      }
      variable "anything" {
        type = any
      }
      resource "aws_iam_role" "orders" {}
      resource "aws_ecr_repository_policy" "shop" {
        policy = jsonencode({
          Statement = [{ Effect = ${effect}, Action = "ecr:*", ${parts} }]
        })
      }
    `,
  };
  return scanText(files, [probe])
    .findings.map((finding) => finding.message.split(' ')[1] ?? '')
    .join(' ');
}

describe('a statement of a resource policy', () => {
  it.each([
    'Principal = "*"',
    'Principal = { AWS = "*" }',
    'Principal = { AWS = ["arn:aws:iam::111122223333:root", "*"] }',
    'Principal = { AWS = "arn:aws:iam::*:root" }',
    'NotPrincipal = { AWS = "arn:aws:iam::111122223333:root" }',
    'Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-0123456789" } }',
    'Principal = "*", Condition = { StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-0123456789" } }',
    'Principal = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } }',
    'Principal = "*", Condition = { IpAddress = { "aws:SourceIp" = ["10.0.0.0/8", "0.0.0.0/0"] } }',
    'Principal = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }',
    'Principal = "*", Condition = { Bool = { "aws:PrincipalIsAWSService" = "false" } }',
  ])('allows everybody: %s', (parts) => {
    expect(answerOf(parts)).toBe('true');
  });

  it.each([
    'Principal = { AWS = "arn:aws:iam::111122223333:root" }',
    'Principal = { AWS = aws_iam_role.orders.arn }',
    'Principal = { Service = "codebuild.amazonaws.com" }',
    'Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-0123456789" } }',
    'Principal = "*", Condition = { StringEquals = { "AWS:PrincipalOrgId" = var.value } }',
    'Principal = "*", Condition = { "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = "o-0123456789/*" } }',
    'Principal = "*", Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }',
    'Principal = "*", Condition = { StringEquals = { "aws:PrincipalTag/team" = "shop" } }',
  ])('keeps strangers out: %s', (parts) => {
    expect(answerOf(parts)).toBe('false');
  });

  it('lets nobody in when it denies', () => {
    expect(answerOf('Principal = "*"', '"Deny"')).toBe('false');
  });

  it.each([
    ['Principal = { AWS = var.value }', '"Allow"'],
    ['Principal = { AWS = var.anything }', '"Allow"'],
    ['Principal = var.anything', '"Allow"'],
    ['Principal = "*", Condition = var.anything', '"Allow"'],
    ['Principal = "*"', 'var.value'],
  ])('is not decided: %s with the effect %s', (parts, effect) => {
    expect(answerOf(parts, effect)).toBe('unknown');
  });
});
