import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

/** Engines that take IAM tokens in every version that RDS offers. MariaDB does from 10.6 on. */
const ENGINES = ['mysql', 'postgres'];

export default defineCheck({
  id: 'aws-rds-enable-iam-auth',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_db_instance',

  title: 'MySQL and PostgreSQL instances should accept IAM authentication',
  why: 'With IAM authentication, clients log in to the database with a token that is valid for fifteen minutes. Who may log in is then decided by IAM policies, and no password has to be stored.',
  harm: 'Passwords of the database leak, are shared, and are hard to withdraw.',
  remedy: 'Set `iam_database_authentication_enabled` to `true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#iam_database_authentication_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0176', 'AWS-0176'],
    checkov: ['CKV_AWS_161'],
  },

  messages: {
    missing: '`{address}` does not set `iam_database_authentication_enabled`, so only passwords log in',
    disabled: '`{address}` switches IAM authentication off, so only passwords log in',
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
          identifier                          = "orders"
          engine                              = "postgres"
          instance_class                      = "db.t4g.medium"
          allocated_storage                   = 50
          iam_database_authentication_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier                          = "orders"
          engine                              = "mysql"
          instance_class                      = "db.t4g.medium"
          allocated_storage                   = 50
          iam_database_authentication_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier                          = "orders"
          engine                              = "mysql"
          instance_class                      = "db.t4g.medium"
          allocated_storage                   = 50
          iam_database_authentication_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_db_instance" "orders" {
        identifier                          = "orders"
        engine                              = "postgres"
        instance_class                      = "db.t4g.medium"
        allocated_storage                   = 50
        iam_database_authentication_enabled = true
      }
    `,
  ],

  evaluate(instance, report) {
    const engine = instance.attribute('engine');
    const isSupported = engine.isOneOf(ENGINES);
    // Replicas and restored instances leave the engine to their source.
    if (isSupported === 'false' || isSupported === 'absent') return;
    if (isSupported === 'true') requireTrue('iam_database_authentication_enabled')(instance, report);
    else if (instance.attribute('iam_database_authentication_enabled').truth() !== 'true') {
      report.undetermined({ at: engine });
    }
  },
});
