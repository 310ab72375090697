import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-api-gateway-enable-cache',
  since: '1.0.0',
  severity: 'LOW',
  status: 'preview',
  reason:
    'Caching is a matter of load, not of security: it costs money, keeps copies of data, and is wrong for answers that depend on the caller.',
  resource: 'aws_api_gateway_method_settings',

  title: 'Methods of a REST API should cache their responses',
  why: 'A cache at the stage answers repeated requests without the backend. It works only when the stage also has a cache cluster.',
  harm: 'The backend sees every request and is easier to overload.',
  remedy:
    'Set `caching_enabled = true` for methods whose responses are the same for every caller, and encrypt the cache with `cache_data_encrypted = true`.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings#settings',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0190', 'AWS-0190', 'aws-apigateway-enable-cache'],
    checkov: ['CKV_AWS_225'],
  },

  messages: {
    missing: '`{address}` does not cache responses, which is the default',
    disabled: '`{address}` switches the caching of responses off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "*/*"

          settings {
            metrics_enabled = true
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "*/*"

          settings {
            metrics_enabled = true
            caching_enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "orders/GET"

          settings {
            caching_enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "orders/GET"

          settings {
            caching_enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_api_gateway_method_settings" "orders" {
        rest_api_id = "a1b2c3d4e5"
        stage_name  = "live"
        method_path = "orders/GET"

        settings {
          caching_enabled      = true
          cache_data_encrypted = true
        }
      }
    `,
  ],

  // Older scanners judge only settings that refer to a stage and an API of the same configuration; the settings say enough without.
  evaluate: requireTrue('settings.caching_enabled', {
    caution: 'callers may get responses that were made for others, and a cache cluster costs money',
  }),
});
