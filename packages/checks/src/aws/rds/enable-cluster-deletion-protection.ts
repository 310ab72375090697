import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-rds-enable-cluster-deletion-protection',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_rds_cluster',

  title: 'RDS clusters should be protected from deletion',
  why: 'With deletion protection, AWS refuses to delete a cluster until the protection is taken off first. That stops a mistaken `destroy` as well as somebody with a stolen role.',
  harm: 'One wrong command deletes the database with everything in it.',
  remedy: 'Set `deletion_protection` to `true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster#deletion_protection',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0343', 'AWS-0343'],
    checkov: ['CKV_AWS_139'],
  },

  messages: {
    missing: '`{address}` does not set `deletion_protection`, so it can be deleted at once',
    disabled: '`{address}` switches deletion protection off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier = "orders"
          engine             = "aurora-postgresql"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier  = "orders"
          engine              = "aurora-postgresql"
          deletion_protection = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier  = "orders"
          engine              = "aurora-postgresql"
          deletion_protection = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier  = "orders"
          engine              = "aurora-postgresql"
          deletion_protection = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_rds_cluster" "orders" {
        cluster_identifier  = "orders"
        engine              = "aurora-postgresql"
        deletion_protection = true
      }
    `,
  ],

  evaluate: requireTrue('deletion_protection'),
});
