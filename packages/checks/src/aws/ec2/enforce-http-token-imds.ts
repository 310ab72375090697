import { defineCheck, hcl } from '../../kit/index.ts';
import { launchTemplateOf } from './launch-template-of.ts';
import { requireTokens } from './metadata-tokens.ts';

export default defineCheck({
  id: 'aws-ec2-enforce-http-token-imds',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_instance',

  title: 'EC2 instances should require tokens of the metadata service',
  why: 'Version 1 of the instance metadata service hands the credentials of the instance to any request that is made from it. A web application that can be talked into fetching a URL is then enough to take them. Version 2 asks for a session token first, which such a request cannot get.',
  harm: 'The role of the instance can be taken over through a request forgery.',
  remedy: 'Add a `metadata_options` block with `http_tokens = "required"`, to the instance or to its launch template.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#metadata-options',
  ],
  alsoKnownAs: {
    tfsec: ['AWS079'],
    trivy: ['AVD-AWS-0028', 'AWS-0028'],
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
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          metadata_options {
            http_tokens = "required"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          metadata_options {
            http_tokens = "optional"
          }
        }
      `,
      expect: 'optional',
      fixed: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          metadata_options {
            http_tokens = "required"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_instance" "shop" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t4g.small"

        metadata_options {
          http_tokens = "required"
        }
      }
    `,
    hcl`
      resource "aws_launch_template" "shop" {
        name = "shop"

        metadata_options {
          http_tokens = "required"
        }
      }

      resource "aws_instance" "shop" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t4g.small"

        launch_template {
          id = aws_launch_template.shop.id
        }
      }
    `,
  ],

  evaluate(instance, report) {
    // What the instance says wins over its template, and the template over the defaults of the region.
    const template = instance.mayHaveBlock('metadata_options') === 'false' ? launchTemplateOf(instance) : 'none';
    if (template === 'unknown') report.undetermined({ at: instance.attribute('launch_template.id') });
    else if (template === 'none' || template.mayHaveBlock('metadata_options') === 'false') judge(instance, report);
    else judge(template, report);
  },
});

const judge = requireTokens();
