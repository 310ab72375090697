import type { AttributeView } from '../../kit/index.ts';
import { defineCheck, hcl, mayBeSecret } from '../../kit/index.ts';

/** Arguments that hold credentials; the key id alone opens nothing, but it names the account and hardly ever comes alone. */
const CREDENTIALS: readonly string[] = ['access_key', 'secret_key', 'token'];

/** What people write for emulators of AWS, which accept anything. */
const MADE_UP =
  /^(?:mock|test|fake|local(?:stack)?|foo|bar|example|anything|none)$|(?:mock|fake|test)[_-]?(?:access|secret|key)/i;

/** Shortest text that can be a credential; what AWS issues has 16 characters and more. */
const LEAST_LENGTH = 8;

export default defineCheck({
  id: 'aws-misc-no-exposing-plaintext-credentials',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'provider.aws',

  title: 'The configuration of the AWS provider should hold no credentials',
  why: 'Keys in a `provider` block are in the repository, in its history, and in every copy of both. Whoever can read one of them has them.',
  harm: 'Anybody with access to the code can use the AWS account.',
  remedy:
    'Remove the keys and replace them with new ones. Give credentials by the environment, a profile, single sign-on, or a role with `assume_role`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
  ],
  alsoKnownAs: {
    tfsec: ['AWS044', 'general-secrets-no-plaintext-exposure'],
    checkov: ['CKV_AWS_41'],
  },
  sharedAliases: ['general-secrets-no-plaintext-exposure'],

  messages: {
    credential: '`{address}` has a credential in `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        provider "aws" {
          region     = "eu-west-1"
          access_key = "AKIAIOSFODNN7EXAMPLE"
          secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
        }
      `,
      expect: ['credential', 'credential'],
    },
  ],
  good: () => [
    hcl`
      provider "aws" {
        region = "eu-west-1"

        assume_role {
          role_arn = "arn:aws:iam::111122223333:role/deploy"
        }
      }
    `,
  ],

  // A variable without a default is how credentials should come, if at all: nothing is said about unknown values.
  evaluate(provider, report) {
    for (const name of CREDENTIALS) {
      const argument = provider.attribute(name);
      if (isCredential(argument)) report.fail({ message: 'credential', at: argument });
    }
  },
});

function isCredential(argument: AttributeView): boolean {
  const text = argument.text();
  return text !== undefined && text.length >= LEAST_LENGTH && mayBeSecret(text) && !MADE_UP.test(text);
}
