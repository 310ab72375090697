import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-set-max-password-age',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_iam_account_password_policy',

  title: 'The password policy should let passwords expire after 90 days at most',
  why: 'A password that expires limits how long a stolen one is of use. IAM lets passwords live for ever unless the policy sets an age; 0 means for ever too. Some guidance no longer asks for expiry; who follows it can switch this check off.',
  harm: 'A stolen password stays of use for as long as nobody notices.',
  remedy: 'Set `max_password_age` to 90 or less.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#max_password_age',
  ],
  alsoKnownAs: {
    tfsec: ['AWS038'],
    trivy: ['AVD-AWS-0062', 'AWS-0062'],
    checkov: ['CKV_AWS_9'],
  },

  messages: {
    missing: '`{address}` lets passwords live for ever',
    value: '`{address}` lets passwords live longer than 90 days (`{value}`, where 0 means for ever)',
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
          max_password_age               = 90
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_iam_account_password_policy" "this" {
          max_password_age = 365
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_iam_account_password_policy" "this" {
          max_password_age = 90
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_account_password_policy" "this" {
        max_password_age = 90
      }
    `,
  ],

  evaluate(policy, report) {
    const age = policy.attribute('max_password_age');
    const fix = edit.setAttribute(policy, 'max_password_age', '90');
    switch (age.compares((days) => days >= 1 && days <= 90)) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: age });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: age, fix });
        return;
      case 'false':
        report.fail({ message: 'value', at: age, fix });
        return;
    }
  },
});
