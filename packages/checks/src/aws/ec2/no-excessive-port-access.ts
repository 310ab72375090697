import { defineCheck, hcl } from '../../kit/index.ts';
import { ALL_PROTOCOLS, networkAclRulesOf, unknownDirectionsOf } from './network-acl-rules.ts';

export default defineCheck({
  id: 'aws-ec2-no-excessive-port-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  // Not `aws_default_network_acl`: AWS makes it wide open, so code that writes down what is there anyway (as most VPC modules do) adds no risk.
  resource: ['aws_network_acl_rule', 'aws_network_acl'],

  title: 'Network ACL rules should not allow all protocols and ports',
  why: 'A network ACL is the second line of defence behind the security groups. A rule for every protocol opens each port of each machine in the subnet to its range, and lets data out by any way.',
  harm: 'A mistake in a security group is enough to expose every service of the subnet.',
  remedy: 'Name the protocol in `protocol`, and the ports in `from_port` and `to_port`.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl',
  ],
  alsoKnownAs: {
    tfsec: ['AWS050', 'aws-vpc-no-excessive-port-access'],
    trivy: ['AVD-AWS-0102', 'AWS-0102'],
  },

  messages: {
    all: '`{address}` allows all protocols and ports',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_network_acl_rule" "shop" {
          network_acl_id = "acl-0123456789abcdef0"
          rule_number    = 100
          protocol       = "all"
          rule_action    = "allow"
          cidr_block     = "0.0.0.0/0"
        }
      `,
      expect: 'all',
    },
    {
      bad: hcl`
        resource "aws_network_acl" "shop" {
          vpc_id = "vpc-0123456789abcdef0"

          ingress {
            rule_no    = 100
            protocol   = -1
            action     = "allow"
            cidr_block = "10.0.0.0/8"
            from_port  = 0
            to_port    = 0
          }
        }
      `,
      expect: 'all',
    },
  ],
  good: () => [
    hcl`
      resource "aws_network_acl_rule" "https" {
        network_acl_id = "acl-0123456789abcdef0"
        rule_number    = 100
        protocol       = "tcp"
        rule_action    = "allow"
        cidr_block     = "10.0.0.0/8"
        from_port      = 443
        to_port        = 443
      }
    `,
    hcl`
      resource "aws_network_acl_rule" "nothing_else" {
        network_acl_id = "acl-0123456789abcdef0"
        rule_number    = 200
        protocol       = "-1"
        rule_action    = "deny"
        cidr_block     = "0.0.0.0/0"
      }
    `,
  ],

  // Both directions and every range count, as in tfsec 1.28, which promises specific ports and nothing else. Its report of a rule that
  // denies all protocols was a slip, and is not repeated.
  evaluate(resource, report) {
    for (const direction of unknownDirectionsOf(resource)) report.undetermined({ at: resource.attribute(direction) });
    for (const { action, protocol } of networkAclRulesOf(resource)) {
      const isAllowed = action.equals('allow', true);
      const isAll = protocol.isOneOf(ALL_PROTOCOLS, true);
      if (isAllowed === 'true' && isAll === 'true') report.fail({ message: 'all', at: protocol });
      else if (isAllowed === 'unknown' && isAll === 'true') report.undetermined({ at: action });
      else if (isAllowed !== 'false' && isAll === 'unknown') report.undetermined({ at: protocol });
    }
  },
});
