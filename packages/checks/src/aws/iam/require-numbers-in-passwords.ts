import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-require-numbers-in-passwords',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should ask for a digit',
  why: 'The more kinds of characters a password mixes, the longer it takes to guess. This setting makes a digit necessary in the passwords of IAM users.',
  harm: 'Simple passwords are guessed, and whoever guesses one has the rights of its user.',
  remedy: 'Set `require_numbers` to `true`.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#require_numbers',
  ],
  alsoKnownAs: {
    tfsec: ['AWS041'],
    trivy: ['AVD-AWS-0059', 'AWS-0059'],
    checkov: ['CKV_AWS_12'],
  },

  messages: {
    missing: '`{address}` does not ask for a digit in passwords',
    disabled: '`{address}` accepts passwords without a digit',
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
          require_numbers                = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_numbers = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_numbers = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        require_numbers = true
      }
    `,
  ],

  evaluate: requireTrue('require_numbers'),
});
