import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-require-lowercase-in-passwords',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should ask for a lowercase letter',
  why: 'The more kinds of characters a password mixes, the longer it takes to guess. This setting makes a lowercase letter necessary in the passwords of IAM users.',
  harm: 'Simple passwords are guessed, and whoever guesses one has the rights of its user.',
  remedy: 'Set `require_lowercase_characters` to `true`.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#require_lowercase_characters',
  ],
  alsoKnownAs: {
    tfsec: ['AWS042'],
    trivy: ['AVD-AWS-0058', 'AWS-0058'],
    checkov: ['CKV_AWS_11'],
  },

  messages: {
    missing: '`{address}` does not ask for a lowercase letter in passwords',
    disabled: '`{address}` accepts passwords without a lowercase letter',
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
          require_lowercase_characters   = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_lowercase_characters = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          require_lowercase_characters = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        require_lowercase_characters = true
      }
    `,
  ],

  evaluate: requireTrue('require_lowercase_characters'),
});
