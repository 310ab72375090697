import { defineCheck, edit, hcl } from '../../kit/index.ts';

const SWITCH = 'configuration.enforce_workgroup_configuration';

export default defineCheck({
  id: 'aws-athena-no-encryption-override',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_athena_workgroup',

  title: 'Athena workgroups should override the settings of clients',
  why: 'Unless a workgroup enforces its configuration, a client may bring its own: where results go and whether they are encrypted. What the workgroup says is then no more than a suggestion. A `configuration` block enforces by default.',
  harm: 'A client can write results without encryption or to a place of its choice.',
  remedy: 'Add a `configuration` block and leave `enforce_workgroup_configuration` at `true`.',
  links: [
    'https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup#enforce_workgroup_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['AWS060'],
    trivy: ['AVD-AWS-0007', 'AWS-0007'],
    checkov: ['CKV_AWS_82'],
  },

  messages: {
    missing: '`{address}` has no `configuration` that it could enforce',
    disabled: '`{address}` lets clients override its settings',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"

          configuration {
            enforce_workgroup_configuration = false

            result_configuration {
              output_location = "s3://orders-results/"
            }
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"

          configuration {
            enforce_workgroup_configuration = true

            result_configuration {
              output_location = "s3://orders-results/"
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
      fixed: hcl`
        resource "aws_athena_workgroup" "orders" {
          name = "orders"

          configuration {
            enforce_workgroup_configuration = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_athena_workgroup" "orders" {
        name = "orders"

        configuration {
          enforce_workgroup_configuration = true

          result_configuration {
            output_location = "s3://orders-results/"
          }
        }
      }
    `,
  ],

  evaluate(workgroup, report) {
    const enforces = workgroup.attribute(SWITCH);
    const fix = edit.withCaution(
      edit.setAttribute(workgroup, SWITCH, 'true'),
      'clients that bring their own place for results lose it, so the workgroup needs one',
    );
    switch (workgroup.mayHaveBlock('configuration')) {
      case 'false':
        report.fail({ message: 'missing', at: workgroup, fix });
        return;
      case 'unknown':
        report.undetermined({ at: enforces });
        return;
      case 'true': {
        const truth = enforces.truth();
        if (truth === 'unknown') report.undetermined({ at: enforces });
        if (truth === 'false') report.fail({ message: 'disabled', at: enforces, fix });
      }
    }
  },
});
