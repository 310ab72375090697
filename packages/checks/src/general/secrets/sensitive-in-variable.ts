import { defineCheck, hcl, isSensitiveName } from '../../kit/index.ts';
import { holdsSecret } from './holds-secret.ts';
import { UMBRELLA, UMBRELLA_IDS } from './umbrella.ts';

export default defineCheck({
  id: 'general-secrets-sensitive-in-variable',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'variable',

  title: 'Variables for secrets should have no default',
  why: 'The default of a password is a password in the repository and in its history, and it counts wherever nobody sets another.',
  harm: 'Credentials leak to everyone with access to the code.',
  remedy: 'Remove the default, set `sensitive = true`, and replace the secret that was there with a new one.',
  links: [
    'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
  ],
  alsoKnownAs: {
    tfsec: ['GEN001', ...UMBRELLA.tfsec],
    trivy: UMBRELLA.trivy,
  },
  sharedAliases: UMBRELLA_IDS,

  messages: {
    secret: '`{address}` has a secret as its default',
  },

  examples: () => [
    {
      bad: hcl`
        variable "db_password" {
          description = "password of the orders database"
          type        = string
          default     = "correct horse"
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      variable "db_password" {
        description = "password of the orders database"
        type        = string
        sensitive   = true
      }
    `,
  ],

  // No fix: without the default every caller has to bring a value.
  evaluate(variable, report) {
    if (!isSensitiveName(variable.name)) return;
    const fallback = variable.attribute('default');
    if (holdsSecret(variable.name, fallback)) report.fail({ message: 'secret', at: fallback });
  },
});
