import { defineCheck, hcl, requireAtLeast } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-set-minimum-password-length',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should ask for 14 characters at least',
  why: 'Nothing makes a password harder to guess than its length. Without this setting IAM accepts passwords of 6 or 8 characters.',
  harm: 'Short passwords are guessed, and whoever guesses one has the rights of its user.',
  remedy: 'Set `minimum_password_length` to 14 or more.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#minimum_password_length',
  ],
  alsoKnownAs: {
    tfsec: ['AWS039'],
    trivy: ['AVD-AWS-0063', 'AWS-0063'],
    checkov: ['CKV_AWS_10'],
  },

  messages: {
    missing: '`{address}` sets no minimum length for passwords',
    value: '`{address}` accepts passwords of {value} characters',
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
          minimum_password_length        = 14
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          minimum_password_length = 8
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          minimum_password_length = 14
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        minimum_password_length = 14
      }
    `,
  ],

  evaluate: requireAtLeast('minimum_password_length', 14, { absent: 'fails', fixTo: '14' }),
});
