import type { BlockView, ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';
import type { Direction } from './security-group-rules.ts';
import { hasUnknownRules, rulesOf } from './security-group-rules.ts';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

export default defineCheck({
  id: 'aws-ec2-add-description-to-security-group-rule',
  since: '1.0.0',
  severity: 'LOW',
  resource: [
    'aws_security_group',
    'aws_default_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_ingress_rule',
    'aws_vpc_security_group_egress_rule',
  ],

  title: 'Rules of security groups should have a description',
  why: 'Each opening in a group should say what it is for. Only then can a review tell a rule that is needed from one that was forgotten. Unlike the description of the group it can be changed at any time.',
  harm: 'Nobody knows whether a rule is still needed, so it stays.',
  remedy: 'Write the purpose of each rule into its `description`.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule#description',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule#description',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
  ],
  alsoKnownAs: {
    tfsec: ['AWS018', 'aws-vpc-add-description-to-security-group-rule'],
    trivy: ['AVD-AWS-0124', 'AWS-0124'],
    checkov: ['CKV_AWS_23'],
  },
  sharedAliases: ['AWS018', 'CKV_AWS_23'],

  messages: {
    missing: '`{address}` has no description',
    standard: '`{address}` has only the description that Terraform fills in',
    inline: '`{address}` has an {direction} rule without a description',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_security_group" "shop" {
          name        = "shop"
          description = "Web servers of the shop"

          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            cidr_blocks = ["10.0.0.0/16"]
          }
        }
      `,
      expect: 'inline',
    },
    {
      bad: hcl`
        resource "aws_security_group_rule" "https" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_blocks       = ["10.0.0.0/16"]
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_vpc_security_group_ingress_rule" "https" {
          security_group_id = "sg-0123456789abcdef0"
          ip_protocol       = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_ipv4         = "10.0.0.0/16"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_vpc_security_group_ingress_rule" "https" {
        security_group_id = "sg-0123456789abcdef0"
        description       = "HTTPS from the load balancer"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
        cidr_ipv4         = "10.0.0.0/16"
      }
    `,
    hcl`
      resource "aws_security_group" "shop" {
        name        = "shop"
        description = "Web servers of the shop"

        ingress {
          description = "HTTPS from the load balancer"
          protocol    = "tcp"
          from_port   = 443
          to_port     = 443
          cidr_blocks = ["10.0.0.0/16"]
        }
      }
    `,
  ],

  evaluate(resource, report) {
    for (const direction of DIRECTIONS) {
      if (hasUnknownRules(resource, direction)) report.undetermined({ at: resource.attribute(direction) });
    }
    for (const { block, direction } of allRulesOf(resource)) {
      const description = block.attribute('description');
      const verdict = judgeDescription(description);
      if (verdict === 'unknown') {
        report.undetermined({ at: description });
      } else if (verdict === 'missing' && block !== resource) {
        report.fail({ message: 'inline', at: description, values: { direction } });
      } else if (verdict !== 'told') {
        report.fail({ message: verdict, at: description });
      }
    }
  },
});

interface DirectedRule {
  readonly block: BlockView;
  readonly direction: Direction;
}

/** A rule whose direction is not known is one rule, not two. */
function allRulesOf(resource: ResourceView): readonly DirectedRule[] {
  const rules = new Map<BlockView, DirectedRule>();
  for (const direction of DIRECTIONS) {
    for (const { block } of rulesOf(resource, direction)) if (!rules.has(block)) rules.set(block, { block, direction });
  }
  return [...rules.values()];
}
