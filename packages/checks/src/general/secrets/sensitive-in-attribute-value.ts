import type { ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl, isSensitiveName } from '../../kit/index.ts';
import { UMBRELLA, UMBRELLA_IDS } from './umbrella.ts';
import { writtenSecretsIn } from './written-secrets.ts';

/** Arguments that a check of their own searches, by type. */
const JUDGED_ELSEWHERE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aws_ecs_task_definition: ['container_definitions'],
    aws_instance: ['user_data', 'user_data_base64'],
    aws_launch_configuration: ['user_data', 'user_data_base64'],
    aws_launch_template: ['user_data'],
    azurerm_linux_virtual_machine: ['custom_data'],
    azurerm_virtual_machine: ['os_profile.custom_data'],
    azurerm_windows_virtual_machine: ['custom_data'],
    cloudstack_instance: ['user_data'],
    'provider.aws': ['access_key', 'secret_key', 'token'],
  }),
);

export default defineCheck({
  id: 'general-secrets-sensitive-in-attribute-value',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: ['*', 'provider.*', 'module', 'variable', 'local'],

  title: 'No argument should contain a secret',
  why: 'Keys and tokens have forms that give them away wherever they are pasted: in scripts, tags, templates and lists. Whoever can read the repository, its history or a plan has them.',
  harm: 'Credentials leak to everyone with access to the code.',
  remedy: 'Remove the credential, withdraw it where it was issued, and read the new one from a secret store.',
  links: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
  ],
  alsoKnownAs: {
    tfsec: ['GEN005', ...UMBRELLA.tfsec],
    trivy: UMBRELLA.trivy,
  },
  sharedAliases: UMBRELLA_IDS,

  messages: {
    secret: '`{address}` has {secret} in `{argument}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lambda_function" "orders" {
          function_name = "orders"
          role          = "arn:aws:iam::111122223333:role/orders"
          filename      = "orders.zip"

          environment {
            variables = {
              STAGE      = "live"
              CI_ACCOUNT = "AKIA2OGYBAH6QPLMNB3C"
            }
          }
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      resource "aws_lambda_function" "orders" {
        function_name = "orders"
        role          = "arn:aws:iam::111122223333:role/orders"
        filename      = "orders.zip"

        environment {
          variables = {
            STAGE             = "live"
            DATABASE_PASSWORD = "/orders/password" # a parameter
          }
        }
      }
    `,
  ],

  // Only what is written is searched, not what it evaluates to: a default or a local is reported where it stands.
  evaluate(subject, report) {
    const elsewhere = JUDGED_ELSEWHERE.get(subject.type);
    for (const { range, path, secret } of writtenSecretsIn(subject)) {
      if (elsewhere?.includes(path) === true || isJudgedByName(subject, path)) continue;
      const at = {
        range,
        owner: subject,
        exists: subject.exists,
        enclosing: subject.enclosing,
        waitsFor: [],
        explain: () => [],
      };
      report.fail({ message: 'secret', at, values: { secret, argument: path } });
    }
  },
});

/** Arguments, variables and locals with telling names are the matter of the other checks of secrets. */
function isJudgedByName(subject: ResourceView, path: string): boolean {
  const isNamed = subject.type === 'variable' || subject.type === 'local';
  return isSensitiveName(isNamed ? subject.name : path) && !path.includes('.') && isText(subject, path);
}

/** They ask for plain texts only, and leave lists, maps and what is not known. */
function isText(subject: ResourceView, path: string): boolean {
  return subject.attribute(path).value?.kind === 'string';
}
