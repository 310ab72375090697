import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-rds-no-public-db-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['aws_db_instance', 'aws_rds_cluster_instance', 'aws_redshift_cluster', 'aws_dms_replication_instance'],

  title: 'Databases should not be reachable from the internet',
  why: 'A publicly accessible database has an address that resolves outside its network. Only the rules of its security groups then stand between the data and everyone on the internet.',
  harm: 'Anyone can try passwords and exploits against the database; one wrong rule exposes all of its data.',
  remedy: 'Set `publicly_accessible` to `false` and reach the database from inside its network.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#publicly_accessible',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance#publicly_accessible',
  ],
  alsoKnownAs: {
    tfsec: ['AWS011', 'aws-rds-enable-public-access'],
    trivy: ['AVD-AWS-0082', 'AWS-0082', 'AVD-AWS-0180', 'AWS-0180'],
    checkov: ['CKV_AWS_17'],
  },
  providerFacts: [
    {
      version: 'aws < 6',
      fact: '`aws_redshift_cluster` is publicly accessible when the argument is missing; from 6.0 on the default is `false`, and that is what the check assumes.',
    },
  ],

  messages: {
    enabled: '`{address}` is reachable from the internet',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          allocated_storage   = 50
          publicly_accessible = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          allocated_storage   = 50
          publicly_accessible = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_db_instance" "orders" {
        identifier          = "orders"
        engine              = "postgres"
        instance_class      = "db.t4g.medium"
        allocated_storage   = 50
        publicly_accessible = false
      }
    `,
  ],

  evaluate: forbidTrue('publicly_accessible'),
});
