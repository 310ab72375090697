import type { ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';
import inAttribute from './sensitive-in-attribute.ts';
import inAttributeValue from './sensitive-in-attribute-value.ts';
import inLocal from './sensitive-in-local.ts';
import inVariable from './sensitive-in-variable.ts';
import { UMBRELLA } from './umbrella.ts';

const MEMBERS = [inVariable, inLocal, inAttribute, inAttributeValue];

export default defineCheck({
  id: 'general-secrets-no-plaintext-exposure',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  status: 'retired',
  reason:
    'It stands for the four checks `general-secrets-sensitive-in-*`, which run by themselves. To ignore it is to ignore all of them.',
  resource: ['*', 'provider.*', 'module', 'variable', 'local'],

  title: 'Secrets should not be written as plain text',
  why: 'A secret in code is known to everyone who can read the repository, now or later: it stays in the history when it is removed. It belongs into a secret store, and reaches Terraform only when it runs.',
  harm: 'Credentials leak to everyone with access to the code or to its history.',
  remedy: 'Remove the secret, replace it with a new one, and read that from a secret store.',
  links: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
  ],
  alsoKnownAs: {
    trivy: UMBRELLA.trivy,
  },
  sharedAliases: UMBRELLA.trivy,

  messages: {
    secret: '`{address}` has a secret as plain text',
  },

  examples: () => [
    {
      bad: hcl`
        variable "db_password" {
          type    = string
          default = "correct horse"
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      variable "db_password" {
        type      = string
        sensitive = true
      }
    `,
  ],

  evaluate(subject, report) {
    const target = targetOf(subject);
    for (const member of MEMBERS) {
      if (!member.resources.includes(target)) continue;
      member.evaluate(subject, {
        fail: ({ at }) => report.fail({ message: 'secret', at }),
        undetermined: ({ at }) => report.undetermined({ at }),
      });
    }
  },
});

/** The class of things that a subject is one of, as checks name it. */
function targetOf({ type }: ResourceView): string {
  if (type.startsWith('provider.')) return 'provider.*';
  return type === 'module' || type === 'variable' || type === 'local' ? type : '*';
}
