import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-api-gateway-enable-cache-encryption',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_api_gateway_method_settings',

  title: 'Cached responses of a REST API should be encrypted',
  why: 'The cache of a stage keeps copies of responses on disk. They often hold the same data as the store behind the API, and are encrypted only when asked for.',
  harm: 'Whoever reaches the storage of the cache reads responses in clear.',
  remedy: 'Set `cache_data_encrypted = true` wherever `caching_enabled` is `true`.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings#cache_data_encrypted',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0002', 'AWS-0002', 'aws-apigateway-enable-cache-encryption'],
    checkov: ['CKV_AWS_308'],
  },

  messages: {
    missing: '`{address}` caches responses without encryption, which is the default',
    disabled: '`{address}` switches the encryption of cached responses off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "orders/GET"

          settings {
            caching_enabled = true
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
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
    },
    {
      bad: hcl`
        resource "aws_api_gateway_method_settings" "orders" {
          rest_api_id = "a1b2c3d4e5"
          stage_name  = "live"
          method_path = "orders/GET"

          settings {
            caching_enabled      = true
            cache_data_encrypted = false
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
            caching_enabled      = true
            cache_data_encrypted = true
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
    hcl`
      resource "aws_api_gateway_method_settings" "orders" {
        rest_api_id = "a1b2c3d4e5"
        stage_name  = "live"
        method_path = "orders/PUT"

        settings {
          caching_enabled = false # nothing to encrypt
        }
      }
    `,
  ],

  // Whether the stage has a cache cluster is not asked: the settings stay when someone adds one.
  evaluate(methods, report) {
    const caching = methods.attribute('settings.caching_enabled');
    const isCaching = caching.truth();
    if (isCaching === 'false' || isCaching === 'absent') return;
    const encryption = methods.attribute('settings.cache_data_encrypted');
    const isEncrypted = encryption.truth();
    if (isEncrypted === 'true') return;
    if (isEncrypted === 'unknown') report.undetermined({ at: encryption });
    else if (isCaching === 'unknown') report.undetermined({ at: caching });
    else {
      const fix = edit.setAttribute(methods, 'settings.cache_data_encrypted', 'true');
      report.fail({ message: isEncrypted === 'absent' ? 'missing' : 'disabled', at: encryption, fix });
    }
  },
});
