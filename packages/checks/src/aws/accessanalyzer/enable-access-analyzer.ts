import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-accessanalyzer-enable-access-analyzer',
  since: '1.0.0',
  severity: 'LOW',
  status: 'retired',
  reason:
    'Whether an analyzer exists is a property of the account and mostly of another configuration; this one cannot tell.',
  resource: 'provider.aws',

  title: 'Accounts should have an IAM Access Analyzer',
  why: 'The analyzer reads the policies of buckets, roles, keys, functions and queues and says which of them can be reached from outside. One is needed in each region.',
  harm: 'Something is shared with other accounts or with everyone, and nobody notices.',
  remedy: 'Create an `aws_accessanalyzer_analyzer` in every region that is used.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/accessanalyzer_analyzer',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0175', 'AWS-0175'],
  },

  messages: {
    missing: '`{address}` is used without an IAM Access Analyzer in this configuration',
  },

  examples: () => [
    {
      bad: hcl`
        provider "aws" {
          region = "eu-west-1"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      provider "aws" {
        region = "eu-west-1"
      }

      resource "aws_accessanalyzer_analyzer" "account" {
        analyzer_name = "account"
      }
    `,
  ],

  evaluate(provider, report) {
    const analyzers = provider.estate.resources('aws_accessanalyzer_analyzer');
    if (analyzers.some((analyzer) => analyzer.isCertain)) return;
    if (analyzers.length > 0) report.undetermined({ at: provider });
    else report.fail({ message: 'missing', at: provider });
  },
});
