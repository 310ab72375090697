import { defineCheck, hcl } from '../../kit/index.ts';
import { judgeUserData } from './secrets-in-user-data.ts';

export default defineCheck({
  id: 'aws-ec2-no-secrets-in-launch-template-user-data',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'aws_launch_template',

  title: 'User data of launch templates should not hold secrets',
  why: 'User data of a launch template is kept in every version of it and copied to every instance. The base64 that the API asks for hides nothing.',
  harm: 'The credentials spread to all instances and to everybody who can read the template.',
  remedy:
    'Remove the secret and replace it with a new one. Give the instances a role, and let the script fetch what it needs from Secrets Manager or the Parameter Store.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#user_data',
  ],
  alsoKnownAs: {
    tfsec: ['aws-autoscaling-no-secrets-in-user-data'],
    trivy: ['AVD-AWS-0129', 'AWS-0129'],
    checkov: ['CKV_AWS_46'],
  },
  sharedAliases: ['CKV_AWS_46'],

  messages: {
    secret: '`{address}` has {secret} in its `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          user_data = base64encode(<<-EOT
            #!/bin/sh
            export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
            ./start-shop
          EOT
          )
        }
      `,
      expect: 'secret',
    },
    {
      bad: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          user_data = base64encode(<<-EOT
            #!/bin/sh
            DB_PASSWORD="correct horse" ./start-shop
          EOT
          )
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      resource "aws_launch_template" "shop" {
        name = "shop"

        user_data = base64encode(<<-EOT
          #!/bin/sh
          export DB_PASSWORD=$(aws ssm get-parameter --name /shop/password --with-decryption)
          ./start-shop
        EOT
        )
      }
    `,
  ],

  // No fix: a secret that was in the code has to be replaced.
  evaluate(resource, report) {
    for (const { at, secret } of judgeUserData(resource, ['user_data'])) {
      if (secret === undefined) report.undetermined({ at });
      else report.fail({ message: 'secret', at, values: { secret } });
    }
  },
});
