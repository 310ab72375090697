import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-dynamodb-enable-recovery',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_dynamodb_table',

  title: 'DynamoDB tables should have point-in-time recovery switched on',
  why: 'Without point-in-time recovery, DynamoDB keeps no history of a table: the only state you have is the current one. With it, a table can be restored to any second of the last 35 days.',
  harm: 'A mistaken or hostile write or delete cannot be rolled back.',
  remedy: 'Add a `point_in_time_recovery` block with `enabled = true`.',
  links: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#point_in_time_recovery',
  ],
  alsoKnownAs: {
    tfsec: ['AWS086'],
    trivy: ['AVD-AWS-0024', 'AWS-0024'],
    checkov: ['CKV_AWS_28'],
    kics: ['741f1291-47ac-4a85-a07b-3d32a9d6bd3e'],
    regula: ['FG_R00106'],
  },

  messages: {
    missing: '`{address}` has no `point_in_time_recovery` block, so recovery is off',
    disabled: '`{address}` switches point-in-time recovery off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_dynamodb_table" "orders" {
          name         = "orders"
          billing_mode = "PAY_PER_REQUEST"
          hash_key     = "id"

          attribute {
            name = "id"
            type = "S"
          }

          point_in_time_recovery {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"

          point_in_time_recovery {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"

          point_in_time_recovery {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        billing_mode = "PAY_PER_REQUEST"
        hash_key     = "id"

        attribute {
          name = "id"
          type = "S"
        }

        point_in_time_recovery {
          enabled = true
        }
      }
    `,
  ],

  evaluate(table, report) {
    const enabled = table.attribute('point_in_time_recovery.enabled');
    // A value that is not a constant keeps its finding and gets no fix: the mistake is where the value comes from.
    const fix = edit.setAttribute(table, 'point_in_time_recovery.enabled', 'true');
    switch (enabled.truth()) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: enabled });
        return;
      case 'absent':
        report.fail({ message: table.block('point_in_time_recovery') ? 'disabled' : 'missing', at: enabled, fix });
        return;
      case 'false':
        report.fail({ message: 'disabled', at: enabled, fix });
        return;
    }
  },
});
