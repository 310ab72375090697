import type { DocumentNode } from '../../kit/index.ts';
import { containersOf, defineCheck, findSecret, hcl, isSensitiveName, mayBeSecret } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-ecs-no-plaintext-secrets',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'aws_ecs_task_definition',

  title: 'ECS task definitions should not carry secrets in environment variables',
  why: 'Environment variables of a task definition are stored as they are, and the console and the API show them to everyone who may read task definitions. ECS can fetch secrets from Secrets Manager or the Parameter Store when a task starts.',
  harm: 'Passwords and tokens leak to everyone with read access to the account or to the state.',
  remedy:
    'Keep the value in Secrets Manager or the Parameter Store and name it in the `secrets` list of the container.',
  links: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition#container_definitions',
  ],
  alsoKnownAs: {
    tfsec: ['AWS013'],
    trivy: ['AVD-AWS-0036', 'AWS-0036'],
  },

  messages: {
    name: '`{address}` hands a secret to its container in the environment variable `{variable}`',
    form: '`{address}` has {form} in the environment variable `{variable}`',
    unknownValue: '`{address}` hands the environment variable `{variable}` a value that is not known before apply',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecs_task_definition" "shop" {
          family = "shop"
          container_definitions = jsonencode([
            {
              name   = "shop"
              image  = "shop:1.4.2"
              memory = 256
              environment = [
                { name = "STAGE", value = "live" },
                { name = "DATABASE_PASSWORD", value = "correct horse" },
              ]
            },
          ])
        }
      `,
      expect: 'name',
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = jsonencode([
          {
            name   = "shop"
            image  = "shop:1.4.2"
            memory = 256
            environment = [
              { name = "STAGE", value = "live" },
            ]
            secrets = [
              { name = "DATABASE_PASSWORD", valueFrom = "arn:aws:ssm:eu-west-1:111122223333:parameter/shop/password" },
            ]
          },
        ])
      }
    `,
  ],

  evaluate(task, report) {
    const attribute = task.attribute('container_definitions');
    const definitions = containersOf(attribute);
    if (definitions.state === 'unknown') report.undetermined({ at: attribute });
    for (const { environment } of definitions.containers) {
      for (const { name, value } of environment) {
        if (value === undefined) continue;
        const variable = name.text ?? '?';
        const isTelling = isSensitiveName(variable);
        const text = knownText(value);
        const form = text === undefined ? undefined : findSecret(text)?.name;
        if (form !== undefined) report.fail({ message: 'form', at: value, values: { variable, form } });
        else if (isTelling && text === undefined && value.waitsFor.length > 0) {
          report.undetermined({ message: 'unknownValue', at: value, values: { variable } });
        } else if (isTelling && text !== undefined && mayBeSecret(text)) {
          report.fail({ message: 'name', at: value, values: { variable } });
        }
      }
    }
  },
});

function knownText(value: DocumentNode): string | undefined {
  return value.kind === 'text' ? value.text : undefined;
}
