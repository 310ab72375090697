import { defineCheck, hcl } from '../../kit/index.ts';
import { judgeUserData } from './secrets-in-user-data.ts';

export default defineCheck({
  id: 'aws-ec2-no-secrets-in-user-data',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: 'aws_instance',

  title: 'User data of instances should not hold secrets',
  why: 'User data is stored with the instance as it is. The console, the API and the metadata service show it to everybody with read access and to every process on the machine.',
  harm: 'Whoever can describe the instance or reach its metadata has the credentials.',
  remedy:
    'Remove the secret and replace it with a new one. Give the instances a role, and let the script fetch what it needs from Secrets Manager or the Parameter Store.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#user_data',
  ],
  alsoKnownAs: {
    tfsec: ['AWS062'],
    trivy: ['AVD-AWS-0029', 'AWS-0029'],
    checkov: ['CKV_AWS_46'],
  },
  sharedAliases: ['CKV_AWS_46'],

  messages: {
    secret: '`{address}` has {secret} in its `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

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
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

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
      resource "aws_instance" "shop" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t4g.small"

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
