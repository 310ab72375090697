import { defineCheck, edit, hcl } from '../../kit/index.ts';

const ENABLED = 'server_side_encryption.enabled';

export default defineCheck({
  id: 'aws-dynamodb-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  // tfsec 1.28 reported tables too, by mistake: DynamoDB encrypts every table, with or without the block.
  resource: 'aws_dax_cluster',

  title: 'DAX clusters should be encrypted',
  why: 'DAX keeps copies of the data of tables on the disks of its nodes. Tables are always encrypted, a DAX cluster only when that is asked for at creation.',
  harm: 'Whoever gets at the disks of the cache reads the data of the tables.',
  remedy: 'Add a `server_side_encryption` block with `enabled = true`. It replaces an existing cluster.',
  links: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster#server_side_encryption',
  ],
  alsoKnownAs: {
    tfsec: ['AWS081'],
    trivy: ['AVD-AWS-0023', 'AWS-0023'],
    checkov: ['CKV_AWS_47'],
  },

  messages: {
    missing: '`{address}` has no `server_side_encryption` block, so its nodes are not encrypted',
    disabled: '`{address}` does not switch `server_side_encryption` on',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_dax_cluster" "orders" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_dax_cluster" "orders" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3

          server_side_encryption {
            enabled = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_dax_cluster" "orders" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3

          server_side_encryption {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_dax_cluster" "orders" {
          cluster_name       = "orders"
          iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
          node_type          = "dax.r5.large"
          replication_factor = 3

          server_side_encryption {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_dax_cluster" "orders" {
        cluster_name       = "orders"
        iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
        node_type          = "dax.r5.large"
        replication_factor = 3

        server_side_encryption {
          enabled = true
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    const enabled = cluster.attribute(ENABLED);
    const isEnabled = enabled.truth();
    if (isEnabled === 'true') return;
    if (isEnabled === 'unknown') {
      report.undetermined({ at: enabled });
      return;
    }
    const message = cluster.block('server_side_encryption') ? 'disabled' : 'missing';
    const fix = edit.withCaution(edit.setAttribute(cluster, ENABLED, 'true'), 'the cluster is replaced');
    report.fail({ message, at: enabled, fix });
  },
});
