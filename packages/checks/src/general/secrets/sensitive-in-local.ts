import { defineCheck, hcl, isSensitiveName } from '../../kit/index.ts';
import { holdsSecret } from './holds-secret.ts';
import { sourceOf } from './secret-source.ts';
import { UMBRELLA, UMBRELLA_IDS } from './umbrella.ts';

export default defineCheck({
  id: 'general-secrets-sensitive-in-local',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'local',

  title: 'Locals should not hold secrets as plain text',
  why: 'A secret in a local value is a secret in the repository and in its history.',
  harm: 'Credentials leak to everyone with access to the code.',
  remedy:
    'Remove the secret and replace it with a new one. Read it from a secret store with a data source, or hand it in by a variable without a default.',
  links: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/values/locals',
  ],
  alsoKnownAs: {
    tfsec: ['GEN002', ...UMBRELLA.tfsec],
    trivy: UMBRELLA.trivy,
  },
  sharedAliases: UMBRELLA_IDS,

  messages: {
    secret: '`{address}` is a secret as plain text',
  },

  examples: () => [
    {
      bad: hcl`
        locals {
          db_user     = "orders"
          db_password = "correct horse"
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      data "aws_secretsmanager_secret_version" "db" {
        secret_id = "orders"
      }

      locals {
        db_user     = "orders"
        db_password = data.aws_secretsmanager_secret_version.db.secret_string
      }
    `,
  ],

  evaluate(local, report) {
    if (!isSensitiveName(local.name)) return;
    const text = local.attribute('value');
    if (holdsSecret(local.name, text) && sourceOf(text) === 'here') report.fail({ message: 'secret', at: text });
  },
});
