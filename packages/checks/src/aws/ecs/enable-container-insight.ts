import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anySetting, defineCheck, edit, hcl } from '../../kit/index.ts';

const NAME = 'containerInsights';

/** `enhanced` is Container Insights with enhanced observability, of 2024. */
const ON: readonly string[] = ['enabled', 'enhanced'];

const INSIGHTS_ON = hcl`
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
`;

export default defineCheck({
  id: 'aws-ecs-enable-container-insight',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_ecs_cluster',

  title: 'ECS clusters should have Container Insights on',
  why: 'Container Insights collects metrics and events of the tasks and services in a cluster. They show failures, load and misuse.',
  harm: 'Problems and misuse inside the cluster are hard to see.',
  remedy: 'Add a `setting` block with the name `containerInsights` and the value `enabled` or `enhanced`.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster#setting',
  ],
  alsoKnownAs: {
    tfsec: ['AWS090'],
    trivy: ['AVD-AWS-0034', 'AWS-0034'],
    checkov: ['CKV_AWS_65'],
  },

  messages: {
    missing: '`{address}` does not switch Container Insights on',
    disabled: '`{address}` has Container Insights set to `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecs_cluster" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_ecs_cluster" "shop" {
          name = "shop"

          setting {
            name  = "containerInsights"
            value = "enabled"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_ecs_cluster" "shop" {
          name = "shop"

          setting {
            name  = "containerInsights"
            value = "disabled"
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_ecs_cluster" "shop" {
          name = "shop"

          setting {
            name  = "containerInsights"
            value = "enabled"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecs_cluster" "shop" {
        name = "shop"

        setting {
          name  = "containerInsights"
          value = "enhanced"
        }
      }
    `,
  ],

  evaluate(cluster, report) {
    let isSet: Answer = 'false';
    for (const setting of cluster.blocks('setting')) {
      const isInsights = setting.attribute('name').equals(NAME);
      if (isInsights === 'unknown') isSet = 'unknown';
      if (isInsights !== 'true') continue;
      const value = setting.attribute('value');
      const isOn = value.isOneOf(ON, true);
      if (isOn === 'true') return;
      if (isOn === 'unknown') report.undetermined({ at: value });
      else report.fail({ message: 'disabled', at: value, fix: edit.setAttribute(setting, 'value', '"enabled"') });
      return;
    }
    const byAccount = isOnForAccount(cluster);
    if (byAccount === 'true') return;
    if (isSet === 'unknown' || byAccount === 'unknown' || cluster.mayHaveBlock('setting') === 'unknown') {
      report.undetermined({ at: cluster });
    } else {
      report.fail({ message: 'missing', at: cluster, fix: edit.appendBlock(cluster, INSIGHTS_ON) });
    }
  },
});

/** Whether the account switches it on for clusters that do not say otherwise. */
function isOnForAccount(cluster: ResourceView): Answer {
  return anySetting(cluster.estate, 'aws_ecs_account_setting_default', (setting) =>
    allOf([setting.attribute('name').equals(NAME), setting.attribute('value').isOneOf(ON, true)]),
  );
}
