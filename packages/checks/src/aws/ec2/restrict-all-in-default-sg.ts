import type { Answer, AttributeView, ResourceView } from '../../kit/index.ts';
import { answerOf, anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';
import type { Direction } from './security-group-rules.ts';
import { hasUnknownRules } from './security-group-rules.ts';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Resources that make a default group. */
const VPCS: readonly string[] = ['aws_vpc', 'aws_default_vpc'];

export default defineCheck({
  id: 'aws-ec2-restrict-all-in-default-sg',
  since: '1.0.0',
  severity: 'LOW',
  resource: [
    'aws_default_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_ingress_rule',
    'aws_vpc_security_group_egress_rule',
  ],

  title: 'The default security group should have no rules',
  why: 'Every VPC has a default security group, which applies to whatever names no other. If it has rules, resources get access that nobody planned. An `aws_default_security_group` without rules removes those that AWS makes.',
  harm: 'Resources without a group of their own reach each other, and whatever the rules allow.',
  remedy: 'Remove the rules of the default group, and give each resource a group of its own.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0173', 'AWS-0173'],
    checkov: ['CKV2_AWS_12'],
  },

  messages: {
    inline: '`{address}` has an {direction} rule, and every resource without a group gets it',
    separate: '`{address}` is a rule of the default security group, and every resource without a group gets it',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_default_security_group" "this" {
          vpc_id = "vpc-0123456789abcdef0"

          ingress {
            protocol  = "-1"
            from_port = 0
            to_port   = 0
            self      = true
          }
        }
      `,
      expect: 'inline',
      fixed: hcl`
        resource "aws_default_security_group" "this" {
          vpc_id = "vpc-0123456789abcdef0"
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_vpc" "shop" {
          cidr_block = "10.20.0.0/16"
        }

        resource "aws_security_group_rule" "https" {
          type              = "ingress"
          security_group_id = aws_vpc.shop.default_security_group_id
          protocol          = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_blocks       = ["10.20.0.0/16"]
        }
      `,
      expect: 'separate',
    },
  ],
  good: () => [
    hcl`
      resource "aws_vpc" "shop" {
        cidr_block = "10.20.0.0/16"
      }

      resource "aws_default_security_group" "this" {
        vpc_id = aws_vpc.shop.id
      }
    `,
  ],

  // A VPC whose default group is not adopted is not reported: nearly every configuration would be.
  evaluate(resource, report) {
    if (resource.type !== 'aws_default_security_group') {
      const group = resource.attribute('security_group_id');
      const isDefault = isOfDefaultGroup(resource);
      if (isDefault === 'unknown') report.undetermined({ at: group });
      if (isDefault === 'true') report.fail({ message: 'separate', at: group });
      return;
    }
    for (const direction of DIRECTIONS) {
      if (hasUnknownRules(resource, direction)) report.undetermined({ at: resource.attribute(direction) });
      for (const rule of resource.blocks(direction)) {
        const fix = edit.withCaution(edit.removeBlock(resource, rule), 'resources may lose access that they need');
        report.fail({ message: 'inline', at: rule, fix, values: { direction } });
      }
    }
  },
});

/**
 * Whether a rule resource is for a default group: one that is adopted, that of a VPC in the configuration, or one that is looked up by
 * its name. Ids in plain text are those of other groups.
 */
function isOfDefaultGroup(rule: ResourceView): Answer {
  const group = rule.attribute('security_group_id');
  const lookedUp = group.refersTo('data.aws_security_group').found;
  if (lookedUp.length > 0) return anyOf(lookedUp.map((data) => data.attribute('name').equals('default')));
  return anyOf([group.refersTo('aws_default_security_group').answer, ...VPCS.map((type) => isOfVpc(group, type))]);
}

function isOfVpc(group: AttributeView, type: string): Answer {
  const { answer } = group.refersTo(type);
  if (answer !== 'true') return answer;
  return answerOf(group.waitsFor.some(({ path }) => path.endsWith('.default_security_group_id')));
}
