import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, hcl, requireTrue } from '../../kit/index.ts';

/** Classes on which MySQL and MariaDB have no room for it. */
const TOO_SMALL = /^db\.t[0-9]g?\.(?:micro|small)$/;

export default defineCheck({
  id: 'aws-rds-enable-performance-insights',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['aws_db_instance', 'aws_rds_cluster_instance'],

  title: 'Database instances should have Performance Insights switched on',
  why: 'Performance Insights records the load of a database and the queries behind it. Load that nobody expects is often the first sign of misuse.',
  harm: 'Overload and misuse of the database are noticed late, and cannot be traced to queries afterwards.',
  remedy: 'Set `performance_insights_enabled` to `true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#performance_insights_enabled',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance#performance_insights_enabled',
  ],
  alsoKnownAs: {
    // tfsec 1.28 mapped AWS053 here, while the old rule was about the key: both answer to it.
    tfsec: ['AWS053'],
    trivy: ['AVD-AWS-0133', 'AWS-0133'],
    checkov: ['CKV_AWS_353'],
  },
  sharedAliases: ['AWS053'],

  messages: {
    missing: '`{address}` does not set `performance_insights_enabled`, so nothing is recorded',
    disabled: '`{address}` switches Performance Insights off',
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
          identifier                   = "orders"
          engine                       = "postgres"
          instance_class               = "db.t4g.medium"
          allocated_storage            = 50
          performance_insights_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_rds_cluster_instance" "orders" {
          cluster_identifier           = "orders"
          engine                       = "aurora-postgresql"
          instance_class               = "db.r7g.large"
          performance_insights_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_rds_cluster_instance" "orders" {
          cluster_identifier           = "orders"
          engine                       = "aurora-postgresql"
          instance_class               = "db.r7g.large"
          performance_insights_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier           = "orders"
        engine                       = "aurora-postgresql"
        instance_class               = "db.r7g.large"
        performance_insights_enabled = true
      }
    `,
  ],

  evaluate(instance, report) {
    const isExempt = cannotHaveInsights(instance);
    if (isExempt === 'true') return;
    if (isExempt === 'false') requireTrue('performance_insights_enabled')(instance, report);
    else if (instance.attribute('performance_insights_enabled').truth() !== 'true') {
      const engine = instance.attribute('engine');
      report.undetermined({ at: engine.state === 'unknown' ? engine : instance.attribute('instance_class') });
    }
  },
});

/** RDS refuses Performance Insights for Db2, and for MySQL and MariaDB on the smallest classes. */
function cannotHaveInsights(instance: ResourceView): Answer {
  const engine = instance.attribute('engine');
  const isSmall = instance.attribute('instance_class').matches((name) => TOO_SMALL.test(name));
  return anyOf([
    engine.matches((name) => name.startsWith('db2')),
    allOf([engine.isOneOf(['mysql', 'mariadb']), isSmall]),
  ]);
}
