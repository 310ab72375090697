import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

export default defineCheck({
  id: 'aws-rds-enable-performance-insights-encryption',
  since: '1.0.0',
  // HIGH in tfsec. The data is always encrypted; only the choice of the key is left.
  severity: 'LOW',
  resource: ['aws_db_instance', 'aws_rds_cluster_instance'],

  title: 'Performance Insights should be encrypted with a key of your own',
  why: 'Performance Insights keeps the text of queries, which may hold personal data. It is always encrypted, by default with a key that AWS manages. Only a key of your own has a policy and an audit trail that you control, and it has to be chosen when Performance Insights is switched on.',
  harm: 'Nobody can restrict or trace who decrypts the recorded queries.',
  remedy: 'Set `performance_insights_kms_key_id` to the ARN of your key.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#performance_insights_kms_key_id',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance#performance_insights_kms_key_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS053', 'aws-rds-performance-insights-encryption-customer-key'],
    trivy: ['AVD-AWS-0078', 'AWS-0078'],
    checkov: ['CKV_AWS_354'],
  },
  sharedAliases: ['AWS053'],

  messages: {
    keyless: '`{address}` names no `performance_insights_kms_key_id`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier                   = "orders"
          engine                       = "postgres"
          instance_class               = "db.t4g.medium"
          allocated_storage            = 50
          performance_insights_enabled = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_db_instance" "orders" {
        identifier                      = "orders"
        engine                          = "postgres"
        instance_class                  = "db.t4g.medium"
        allocated_storage               = 50
        performance_insights_enabled    = true
        performance_insights_kms_key_id = aws_kms_key.orders.arn
      }
    `,
  ],

  evaluate(instance, report) {
    const enabled = instance.attribute('performance_insights_enabled');
    const isEnabled = enabled.truth();
    if (isEnabled === 'true') requireKey(instance, report);
    else if (isEnabled === 'unknown' && instance.attribute('performance_insights_kms_key_id').isSet() !== 'true') {
      report.undetermined({ at: enabled });
    }
  },
});

const requireKey = requireCustomerKey('performance_insights_kms_key_id', 'rds');
