import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-api-gateway-enable-tracing',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_api_gateway_stage',

  title: 'Stages of REST APIs should have X-Ray tracing on',
  why: 'X-Ray follows a request from the gateway through the services behind it. Traces show where a request failed or was slow, and help to reconstruct an attack.',
  harm: 'Requests cannot be followed from end to end when something goes wrong.',
  remedy: 'Set `xray_tracing_enabled = true`.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage#xray_tracing_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0003', 'AWS-0003', 'aws-apigateway-enable-tracing'],
    checkov: ['CKV_AWS_73'],
  },

  messages: {
    missing: '`{address}` has no X-Ray tracing, which is the default',
    disabled: '`{address}` switches X-Ray tracing off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_api_gateway_stage" "live" {
          rest_api_id   = "a1b2c3d4e5"
          deployment_id = "f6g7h8"
          stage_name    = "live"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_api_gateway_stage" "live" {
          rest_api_id          = "a1b2c3d4e5"
          deployment_id        = "f6g7h8"
          stage_name           = "live"
          xray_tracing_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_api_gateway_stage" "live" {
        rest_api_id          = "a1b2c3d4e5"
        deployment_id        = "f6g7h8"
        stage_name           = "live"
        xray_tracing_enabled = true
      }
    `,
  ],

  // Every stage is judged, also one of an API that is elsewhere. HTTP and WebSocket APIs have no such switch.
  evaluate: requireTrue('xray_tracing_enabled'),
});
