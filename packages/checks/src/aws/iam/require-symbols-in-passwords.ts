import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-require-symbols-in-passwords',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should ask for a symbol',
  why: 'The more kinds of characters a password mixes, the longer it takes to guess. This setting makes a symbol necessary in the passwords of IAM users.',
  harm: 'Simple passwords are guessed, and whoever guesses one has the rights of its user.',
  remedy: 'Set `require_symbols` to `true`.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#require_symbols',
  ],
  alsoKnownAs: {
    tfsec: ['AWS040'],
    trivy: ['AVD-AWS-0060', 'AWS-0060'],
    checkov: ['CKV_AWS_14'],
  },

  messages: {
    missing: '`{address}` does not ask for a symbol in passwords',
    disabled: '`{address}` accepts passwords without a symbol',
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
          require_symbols                = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_symbols = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_symbols = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        require_symbols = true
      }
    `,
  ],

  evaluate: requireTrue('require_symbols'),
});
