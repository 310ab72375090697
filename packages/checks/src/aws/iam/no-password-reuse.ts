import { defineCheck, hcl, requireAtLeast } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-no-password-reuse',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should keep old passwords from coming back',
  why: 'IAM can remember up to 24 earlier passwords of a user and refuse them. The check asks for 5 at least; the CIS benchmark asks for all 24, and that is what the fix writes.',
  harm: 'A password that leaked long ago comes back into use.',
  remedy: 'Set `password_reuse_prevention` to 24, or to 5 at least.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#password_reuse_prevention',
  ],
  alsoKnownAs: {
    tfsec: ['AWS037'],
    trivy: ['AVD-AWS-0056', 'AWS-0056'],
    checkov: ['CKV_AWS_13'],
  },

  messages: {
    missing: '`{address}` lets users take their old passwords again',
    value: '`{address}` remembers only {value} earlier passwords',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          allow_users_to_change_password = true
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          allow_users_to_change_password = true
          password_reuse_prevention      = 24
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          password_reuse_prevention = 3
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          password_reuse_prevention = 24
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        password_reuse_prevention = 24
      }
    `,
  ],

  evaluate: requireAtLeast('password_reuse_prevention', 5, { absent: 'fails', fixTo: '24' }),
});
