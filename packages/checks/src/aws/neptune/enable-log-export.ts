import { defineCheck, hcl } from '../../kit/index.ts';
import { addToList, listsText } from '../listed-texts.ts';

export default defineCheck({
  id: 'aws-neptune-enable-log-export',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_neptune_cluster',

  title: 'Neptune clusters should export their audit log',
  why: 'The audit log of Neptune tells who asked the database what. It leaves the cluster only when its export to CloudWatch is switched on. The cluster parameter `neptune_enable_audit_log` has to be 1 as well.',
  harm: 'Access to the data cannot be traced when it matters.',
  remedy: 'List `audit` in `enable_cloudwatch_logs_exports`.',
  links: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster#enable_cloudwatch_logs_exports',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0075', 'AWS-0075'],
    checkov: ['CKV_AWS_101'],
  },

  messages: {
    missing: '`{address}` exports no logs',
    audit: '`{address}` does not export its audit log',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier = "people"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier             = "people"
          enable_cloudwatch_logs_exports = ["audit"]
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier             = "people"
          enable_cloudwatch_logs_exports = ["slowquery"]
        }
      `,
      expect: 'audit',
      fixed: hcl`
        resource "aws_neptune_cluster" "people" {
          cluster_identifier             = "people"
          enable_cloudwatch_logs_exports = ["slowquery", "audit"]
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_neptune_cluster" "people" {
        cluster_identifier             = "people"
        enable_cloudwatch_logs_exports = ["audit", "slowquery"]
      }
    `,
  ],

  evaluate(cluster, report) {
    const exports = cluster.attribute('enable_cloudwatch_logs_exports');
    const isAudited = listsText(exports, 'audit');
    if (isAudited === 'true') return;
    const fix = addToList(cluster, 'enable_cloudwatch_logs_exports', ['audit']);
    if (isAudited === 'unknown') report.undetermined({ at: exports });
    else report.fail({ message: exports.isSet() === 'false' ? 'missing' : 'audit', at: exports, fix });
  },
});
