import { defineCheck, hcl } from '../../kit/index.ts';

/** The key that AWS manages, by its alias or by the ARN of the alias. */
const AWS_MANAGED_KEY = /^(?:arn:[a-z-]+:kms:[a-z0-9-]*:[0-9]*:)?alias\/aws\/dynamodb$/;

export default defineCheck({
  id: 'aws-dynamodb-table-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_dynamodb_table',

  title: 'DynamoDB tables should be encrypted with a key of your own',
  why: 'DynamoDB always encrypts tables, by default with a key that AWS owns, and with a key that AWS manages when encryption is merely switched on. Only a key of your own has a policy, a rotation and an audit trail that you control.',
  harm: 'Nobody can restrict or trace who decrypts the table, nor withdraw the key in an emergency.',
  remedy: 'Add a `server_side_encryption` block with `enabled = true` and the ARN of your key as `kms_key_arn`.',
  links: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#server_side_encryption',
  ],
  alsoKnownAs: {
    tfsec: ['AWS092'],
    trivy: ['AVD-AWS-0025', 'AWS-0025'],
    checkov: ['CKV_AWS_119'],
  },

  messages: {
    missing: '`{address}` has no `server_side_encryption` block, so the key belongs to AWS',
    disabled: '`{address}` switches `server_side_encryption` off, so the key belongs to AWS',
    keyless: '`{address}` names no `kms_key_arn`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"

          server_side_encryption {
            enabled = true
          }
        }
      `,
      expect: 'keyless',
    },
    {
      bad: hcl`
        resource "aws_kms_key" "orders" {}

        resource "aws_dynamodb_table" "orders" {
          name     = "orders"
          hash_key = "id"

          server_side_encryption {
            enabled     = false # the key below is ignored
            kms_key_arn = aws_kms_key.orders.arn
          }
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_dynamodb_table" "orders" {
        name     = "orders"
        hash_key = "id"

        server_side_encryption {
          enabled     = true
          kms_key_arn = aws_kms_key.orders.arn
        }
      }
    `,
  ],

  evaluate(table, report) {
    const encryption = table.mayHaveBlock('server_side_encryption');
    const enabled = table.attribute('server_side_encryption.enabled');
    const key = table.attribute('server_side_encryption.kms_key_arn');
    if (encryption === 'false') {
      report.fail({ message: 'missing', at: table });
      return;
    }
    const isEnabled = enabled.truth();
    if (isEnabled === 'false' || isEnabled === 'absent') {
      report.fail({ message: 'disabled', at: enabled });
    } else if (key.isSet() === 'false') {
      report.fail({ message: 'keyless', at: key });
    } else if (key.matches((arn) => AWS_MANAGED_KEY.test(arn)) === 'true') {
      report.fail({ message: 'managed', at: key });
    } else if (isEnabled === 'unknown') {
      report.undetermined({ at: enabled });
    } else if (key.isSet() === 'unknown') {
      report.undetermined({ at: key });
    }
  },
});
