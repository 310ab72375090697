import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { addToList, listsText } from '../listed-texts.ts';

export default defineCheck({
  id: 'aws-documentdb-enable-log-export',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_docdb_cluster',

  title: 'DocumentDB clusters should export their audit or profiler log',
  why: 'DocumentDB keeps no trail of its own. Exported audit events show logins and changes of the structure; the profiler shows slow operations. For audit events the cluster parameter `audit_logs` has to be on as well.',
  harm: 'Access to the data cannot be traced when it matters.',
  remedy: 'List `audit`, and `profiler` if you like, in `enabled_cloudwatch_logs_exports`.',
  links: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster#enabled_cloudwatch_logs_exports',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0020', 'AWS-0020'],
    checkov: ['CKV_AWS_85'],
  },

  messages: {
    missing: '`{address}` exports neither its audit nor its profiler log',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_docdb_cluster" "catalogue" {
          cluster_identifier = "catalogue"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_docdb_cluster" "catalogue" {
          cluster_identifier              = "catalogue"
          enabled_cloudwatch_logs_exports = ["audit"]
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_docdb_cluster" "catalogue" {
        cluster_identifier              = "catalogue"
        enabled_cloudwatch_logs_exports = ["audit", "profiler"]
      }
    `,
    hcl`
      resource "aws_docdb_cluster" "catalogue" {
        cluster_identifier              = "catalogue"
        enabled_cloudwatch_logs_exports = ["profiler"]
      }
    `,
  ],

  evaluate(cluster, report) {
    const exports = cluster.attribute('enabled_cloudwatch_logs_exports');
    const isLogged = anyOf([listsText(exports, 'audit'), listsText(exports, 'profiler')]);
    if (isLogged === 'true') return;
    const fix = addToList(cluster, 'enabled_cloudwatch_logs_exports', ['audit']);
    if (isLogged === 'unknown') report.undetermined({ at: exports });
    else report.fail({ message: 'missing', at: exports, fix });
  },
});
