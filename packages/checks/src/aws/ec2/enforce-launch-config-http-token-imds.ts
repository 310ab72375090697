import { defineCheck, hcl } from '../../kit/index.ts';
import { requireTokens } from './metadata-tokens.ts';

export default defineCheck({
  id: 'aws-ec2-enforce-launch-config-http-token-imds',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_launch_configuration', 'aws_launch_template'],

  title: 'Launch configurations and templates should require tokens of the metadata service',
  why: 'Version 1 of the instance metadata service hands the credentials of an instance to any request that is made from it. A web application that can be talked into fetching a URL is then enough to take them. Version 2 asks for a session token first, which such a request cannot get.',
  harm: 'The role of every instance that is started can be taken over through a request forgery.',
  remedy: 'Add a `metadata_options` block with `http_tokens = "required"`.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#metadata-options',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration#metadata-options',
  ],
  alsoKnownAs: {
    tfsec: ['aws-autoscaling-enforce-http-token-imds'],
    trivy: ['AVD-AWS-0130', 'AWS-0130'],
    checkov: ['CKV_AWS_79'],
  },
  sharedAliases: ['CKV_AWS_79'],

  messages: {
    missing: '`{address}` does not require tokens: it sets no `http_tokens`',
    optional: '`{address}` does not require tokens: `http_tokens` is "{value}"',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          metadata_options {
            http_tokens = "required"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          metadata_options {
            http_tokens = "optional"
          }
        }
      `,
      expect: 'optional',
      fixed: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          metadata_options {
            http_tokens = "required"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_launch_template" "shop" {
        name = "shop"

        metadata_options {
          http_tokens = "required"
        }
      }
    `,
    hcl`
      resource "aws_launch_configuration" "shop" {
        image_id      = "ami-0123456789abcdef0"
        instance_type = "t3.small"

        metadata_options {
          http_endpoint = "disabled"
        }
      }
    `,
  ],

  evaluate: requireTokens(),
});
