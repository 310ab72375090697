import { defineCheck, hcl } from '../../kit/index.ts';
import { judgeUserData } from './secrets-in-user-data.ts';

export default defineCheck({
  id: 'aws-ec2-no-sensitive-info',
  since: '1.0.0',
  severity: 'HIGH',
  findsSecrets: true,
  resource: 'aws_launch_configuration',

  title: 'User data of launch configurations should not hold secrets',
  why: 'User data of a launch configuration is handed to every instance of the group. The console and the API show it to everybody with read access.',
  harm: 'Whoever can read the configuration or reach the metadata of an instance has the credentials.',
  remedy:
    'Remove the secret and replace it with a new one. Give the instances a role, and let the script fetch what it needs from Secrets Manager or the Parameter Store.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration#user_data',
  ],
  alsoKnownAs: {
    tfsec: ['aws-autoscaling-no-sensitive-info'],
    trivy: ['AVD-AWS-0122', 'AWS-0122'],
    checkov: ['CKV_AWS_46'],
  },
  sharedAliases: ['CKV_AWS_46'],

  messages: {
    secret: '`{address}` has {secret} in its `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          user_data = <<-EOT
            #!/bin/sh
            export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
            export AWS_DEFAULT_REGION=eu-west-1
            ./start-shop
          EOT
        }
      `,
      expect: 'secret',
    },
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          user_data_base64 = base64encode(<<-EOT
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
      resource "aws_launch_configuration" "shop" {
        image_id      = "ami-0123456789abcdef0"
        instance_type = "t3.small"

        user_data = <<-EOT
          #!/bin/sh
          export DB_PASSWORD=$(aws ssm get-parameter --name /shop/password --with-decryption)
          ./start-shop
        EOT
      }
    `,
  ],

  // No fix: a secret that was in the code has to be replaced.
  evaluate(resource, report) {
    for (const { at, secret } of judgeUserData(resource, ['user_data', 'user_data_base64'])) {
      if (secret === undefined) report.undetermined({ at });
      else report.fail({ message: 'secret', at, values: { secret } });
    }
  },
});
