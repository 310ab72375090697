import type { Fix, ResourceView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

const DATABASE_OPTION = 'encryption_configuration.encryption_option';
const WORKGROUP_OPTION = 'configuration.result_configuration.encryption_configuration.encryption_option';

export default defineCheck({
  id: 'aws-athena-enable-at-rest-encryption',
  since: '1.0.0',
  // HIGH in tfsec. Since January 2023 S3 encrypts every new object by itself, so only the choice of the key is left to state.
  severity: 'LOW',
  resource: ['aws_athena_database', 'aws_athena_workgroup'],

  title: 'Athena should state how the results of queries are encrypted',
  why: 'Athena writes the results of queries to S3. They are copies of what was asked for and as sensitive as their source. Stating the encryption keeps the choice of the key in code and, on a workgroup, makes it binding for everyone.',
  harm: 'Results lie beside their well-guarded source with less protection, and nobody sees it from the code.',
  remedy:
    'Add an `encryption_configuration` block with `SSE_KMS` or `CSE_KMS` and a key of your own; `SSE_S3` is the least.',
  links: [
    'https://docs.aws.amazon.com/athena/latest/ug/encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup#encryption_configuration',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_database#encryption_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['AWS059'],
    trivy: ['AVD-AWS-0006', 'AWS-0006'],
    checkov: ['CKV_AWS_77', 'CKV_AWS_159'],
  },

  messages: {
    missing: '`{address}` does not say how the results of queries are encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_athena_database" "orders" {
          name   = "orders"
          bucket = "orders-results"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_athena_database" "orders" {
          name   = "orders"
          bucket = "orders-results"

          encryption_configuration {
            encryption_option = "SSE_S3"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"

          configuration {
            result_configuration {
              output_location = "s3://orders-results/"
            }
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"

          configuration {
            result_configuration {
              output_location = "s3://orders-results/"

              encryption_configuration {
                encryption_option = "SSE_S3"
              }
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_athena_workgroup" "orders" {
        name = "orders"

        configuration {
          result_configuration {
            output_location = "s3://orders-results/"

            encryption_configuration {
              encryption_option = "SSE_KMS"
              kms_key_arn       = aws_kms_key.orders.arn
            }
          }
        }
      }
    `,
    hcl`
      resource "aws_athena_database" "orders" {
        name   = "orders"
        bucket = "orders-results"

        encryption_configuration {
          encryption_option = "SSE_S3"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    const isWorkgroup = resource.type === 'aws_athena_workgroup';
    // Results that Athena keeps itself are encrypted, with a key of AWS or one of your own.
    const isManaged = isWorkgroup
      ? resource.attribute('configuration.managed_query_results_configuration.enabled').truth()
      : 'false';
    if (isManaged === 'true') return;
    const option = resource.attribute(isWorkgroup ? WORKGROUP_OPTION : DATABASE_OPTION);
    const isSet = option.isSet();
    if (isSet === 'true') return;
    if (isSet === 'unknown' || isManaged === 'unknown') report.undetermined({ at: option });
    else report.fail({ message: 'missing', at: option, fix: fixFor(resource) });
  },
});

function fixFor(resource: ResourceView): Fix | undefined {
  if (resource.type === 'aws_athena_database') {
    const fix = edit.setAttribute(resource, DATABASE_OPTION, '"SSE_S3"');
    return edit.withCaution(fix, 'the database is created anew');
  }
  // A workgroup that states no location would refuse the one its clients bring.
  const hasResults = resource.block('configuration.result_configuration') !== undefined;
  return hasResults ? edit.setAttribute(resource, WORKGROUP_OPTION, '"SSE_S3"') : undefined;
}
