import type { BlockView, Fix } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

const SOURCES = ['account_aggregation_source', 'organization_aggregation_source'];

export default defineCheck({
  id: 'aws-config-aggregate-all-regions',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_config_configuration_aggregator',

  title: 'AWS Config aggregators should cover all regions',
  why: 'An aggregator collects in one place how the resources of several accounts and regions are configured. A list of regions leaves out the ones that are forgotten and those that AWS adds later; `all_regions` does not.',
  harm: 'What is created in another region is never looked at.',
  remedy: 'Set `all_regions` to `true` in the source of the aggregator and remove its list of regions.',
  links: [
    'https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_aggregator#all_regions',
  ],
  alsoKnownAs: {
    tfsec: ['AWS085'],
    trivy: ['AVD-AWS-0019', 'AWS-0019'],
    checkov: ['CKV_AWS_121'],
  },

  messages: {
    missing: '`{address}` has no source of accounts or of an organisation',
    regional: '`{address}` does not collect from all regions',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_config_configuration_aggregator" "company" {
          name = "company"

          account_aggregation_source {
            account_ids = ["111122223333"]
            regions     = ["eu-west-1", "eu-central-1"]
          }
        }
      `,
      expect: 'regional',
      fixed: hcl`
        resource "aws_config_configuration_aggregator" "company" {
          name = "company"

          account_aggregation_source {
            account_ids = ["111122223333"]
            all_regions = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_config_configuration_aggregator" "company" {
        name = "company"

        account_aggregation_source {
          account_ids = ["111122223333"]
          all_regions = true
        }
      }
    `,
    hcl`
      resource "aws_config_configuration_aggregator" "company" {
        name = "company"

        organization_aggregation_source {
          all_regions = true
          role_arn    = "arn:aws:iam::111122223333:role/config"
        }
      }
    `,
  ],

  evaluate(aggregator, report) {
    const answers = SOURCES.map((type) => aggregator.mayHaveBlock(type));
    if (answers.every((answer) => answer === 'false')) {
      report.fail({ message: 'missing', at: aggregator });
      return;
    }
    for (const source of SOURCES.flatMap((type) => aggregator.blocks(type))) {
      const all = source.attribute('all_regions');
      const truth = all.truth();
      if (truth === 'true') continue;
      if (truth === 'unknown') report.undetermined({ at: all });
      else report.fail({ message: 'regional', at: all, fix: coverAll(source) });
    }
  },
});

/** The list of regions and `all_regions` exclude each other. */
function coverAll(source: BlockView): Fix | undefined {
  const set = edit.setAttribute(source, 'all_regions', 'true');
  return source.attribute('regions').isWritten ? edit.all(set, edit.removeAttribute(source, 'regions')) : set;
}
