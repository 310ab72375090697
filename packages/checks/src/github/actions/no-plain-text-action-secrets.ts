import type { AttributeView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';

/** Types that have `value`, the name since github 6.10, beside `plaintext_value`. */
const WITH_VALUE: readonly string[] = [
  'github_actions_secret',
  'github_actions_environment_secret',
  'github_actions_organization_secret',
  'github_dependabot_secret',
  'github_dependabot_organization_secret',
];

export default defineCheck({
  id: 'github-actions-no-plain-text-action-secrets',
  since: '1.0.0',
  severity: 'HIGH',
  // tfsec and Trivy read the first type only; the others hold their secret in the same way.
  resource: [
    'github_actions_environment_secret',
    'github_actions_secret',
    'github_actions_organization_secret',
    'github_dependabot_secret',
    'github_dependabot_organization_secret',
    'github_codespaces_secret',
    'github_codespaces_user_secret',
    'github_codespaces_organization_secret',
  ],

  title: 'Secrets of GitHub should not be written as plain text',
  why: 'A secret that stands in the code is in the repository, in its history, in every plan and in the state. GitHub encrypts it only after all of these have it.',
  harm: 'The secret is known to everyone with access to the code or to the state.',
  remedy:
    'Hand in a value that is encrypted with the public key of the repository, or read the secret from a secret store. Replace the secret that was in the code.',
  links: [
    'https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_environment_secret',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GIT-0002', 'GIT-0002', 'github-environmentsecrets-no-plain-text-action-secrets'],
    checkov: ['CKV_GIT_4'],
  },
  providerFacts: [
    {
      version: 'github 6',
      fact: 'For Actions and Dependabot `plaintext_value` is deprecated in favour of `value`; both are read.',
    },
  ],

  messages: {
    plain: '`{address}` has its secret as plain text in `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "github_actions_environment_secret" "deploy" {
          repository      = "orders"
          environment     = "production"
          secret_name     = "DEPLOY_TOKEN"
          plaintext_value = "correct horse"
        }
      `,
      expect: 'plain',
    },
    {
      bad: hcl`
        resource "github_actions_secret" "deploy" {
          repository  = "orders"
          secret_name = "DEPLOY_TOKEN"
          value       = "correct horse"
        }
      `,
      expect: 'plain',
    },
  ],
  good: () => [
    hcl`
      variable "encrypted_token" {
        description = "deploy token, encrypted with the public key of the repository"
        type        = string
      }

      resource "github_actions_environment_secret" "deploy" {
        repository      = "orders"
        environment     = "production"
        secret_name     = "DEPLOY_TOKEN"
        encrypted_value = var.encrypted_token
      }
    `,
  ],

  // No fix: a secret that was in the code has to be replaced.
  evaluate(secret, report) {
    const names = WITH_VALUE.includes(secret.type) ? ['plaintext_value', 'value'] : ['plaintext_value'];
    for (const name of names) {
      const value = secret.attribute(name);
      if (value.matches((text) => text !== '') === 'true') report.fail({ message: 'plain', at: value });
      else if (value.state === 'unknown' && !isFromElsewhere(value)) report.undetermined({ at: value });
    }
  },
});

/** The value is made or read by another resource, so it does not stand in the code. */
function isFromElsewhere(value: AttributeView): boolean {
  return value.isSet() === 'true';
}
