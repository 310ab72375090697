import { defineCheck, hcl, requireAtLeast } from '../../kit/index.ts';

/** Days. One is the default of clusters, none that of instances; a mistake is rarely noticed the same day. */
const LEAST_DAYS = 2;

/** The argument that makes a copy of another database, which has the backups. */
const SOURCES: Readonly<Record<string, string>> = {
  aws_db_instance: 'replicate_source_db',
  aws_rds_cluster: 'replication_source_identifier',
};

export default defineCheck({
  id: 'aws-rds-specify-backup-retention',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['aws_rds_cluster', 'aws_db_instance'],

  title: 'Databases should keep their backups for more than a day',
  why: 'RDS backs databases up each day, and keeps the backups as long as it is told. An instance has none by default and a cluster those of one day, so that damage that is found on Monday cannot be undone. Copies of another database are left alone.',
  harm: 'Data that was lost or changed cannot be brought back.',
  remedy: 'Set `backup_retention_period` to the number of days that you need, at least 2.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster#backup_retention_period',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#backup_retention_period',
  ],
  alsoKnownAs: {
    tfsec: ['AWS091', 'aws-rds-backup-retention-specified'],
    trivy: ['AVD-AWS-0077', 'AWS-0077'],
    checkov: ['CKV_AWS_133'],
  },

  messages: {
    missing: '`{address}` does not set `backup_retention_period`, so backups are kept for a day at most',
    value: '`{address}` keeps its backups for a day at most (`backup_retention_period` is {value})',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier              = "orders"
          engine                  = "postgres"
          instance_class          = "db.t4g.medium"
          allocated_storage       = 50
          backup_retention_period = 7
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier      = "orders"
          engine                  = "aurora-postgresql"
          backup_retention_period = 1
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_rds_cluster" "orders" {
          cluster_identifier      = "orders"
          engine                  = "aurora-postgresql"
          backup_retention_period = 7
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_rds_cluster" "orders" {
        cluster_identifier      = "orders"
        engine                  = "aurora-postgresql"
        backup_retention_period = 14
      }
    `,
    hcl`
      resource "aws_db_instance" "reports" {
        identifier          = "reports"
        instance_class      = "db.t4g.medium"
        replicate_source_db = "orders"
      }
    `,
  ],

  evaluate(database, report) {
    const source = database.attribute(SOURCES[database.type] ?? 'replicate_source_db');
    const isCopy = source.isSet();
    if (isCopy === 'false') requireRetention(database, report);
    if (isCopy !== 'unknown') return;
    const days = database.attribute('backup_retention_period');
    if (days.compares((number) => number >= LEAST_DAYS) !== 'true') report.undetermined({ at: source });
  },
});

const requireRetention = requireAtLeast('backup_retention_period', LEAST_DAYS, {
  absent: 'fails',
  fixTo: '7',
  caution: 'choose how many days you need; storage of backups is paid for',
});
