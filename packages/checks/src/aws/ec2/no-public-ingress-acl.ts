import { defineCheck, hcl, reachOf } from '../../kit/index.ts';
import { networkAclRulesOf, unknownDirectionsOf } from './network-acl-rules.ts';

export default defineCheck({
  id: 'aws-ec2-no-public-ingress-acl',
  since: '1.0.0',
  severity: 'CRITICAL',
  // Not `aws_default_network_acl`: AWS makes it wide open, so code that writes down what is there anyway (as most VPC modules do) adds no risk.
  resource: ['aws_network_acl_rule', 'aws_network_acl'],

  title: 'Network ACLs should not admit traffic from the internet',
  why: 'A network ACL that admits a public range leaves the security groups as the only protection of the subnet. Ports for administration that are open to the world are found and attacked within minutes.',
  harm: 'Machines in the subnet can be attacked from the internet as soon as a security group allows it.',
  remedy:
    'Name the ranges that need access in `cidr_block`. Keep public subnets small, and put servers into private ones.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl',
  ],
  alsoKnownAs: {
    tfsec: ['AWS049', 'aws-vpc-no-public-ingress-acl', 'aws-vpc-no-public-ingress'],
    trivy: ['AVD-AWS-0105', 'AWS-0105'],
    checkov: ['CKV_AWS_231', 'CKV_AWS_232'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
    public: '`{address}` admits traffic from the public range `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_network_acl_rule" "ssh" {
          network_acl_id = "acl-0123456789abcdef0"
          rule_number    = 100
          protocol       = "tcp"
          rule_action    = "allow"
          cidr_block     = "0.0.0.0/0"
          from_port      = 22
          to_port        = 22
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "aws_network_acl" "shop" {
          vpc_id = "vpc-0123456789abcdef0"

          ingress {
            rule_no    = 100
            protocol   = "tcp"
            action     = "allow"
            cidr_block = "203.0.113.0/24"
            from_port  = 443
            to_port    = 443
          }
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "aws_network_acl_rule" "ssh" {
        network_acl_id = "acl-0123456789abcdef0"
        rule_number    = 100
        protocol       = "tcp"
        rule_action    = "allow"
        cidr_block     = "10.20.0.0/16"
        from_port      = 22
        to_port        = 22
      }
    `,
    hcl`
      resource "aws_network_acl_rule" "out" {
        network_acl_id = "acl-0123456789abcdef0"
        rule_number    = 100
        egress         = true
        protocol       = "tcp"
        rule_action    = "allow"
        cidr_block     = "0.0.0.0/0"
        from_port      = 443
        to_port        = 443
      }
    `,
  ],

  // Any port counts, as in tfsec 1.28; later tools narrowed the same condition to SSH and RDP.
  evaluate(resource, report) {
    for (const direction of unknownDirectionsOf(resource)) {
      if (direction === 'ingress') report.undetermined({ at: resource.attribute(direction) });
    }
    for (const { block, direction, action, ranges } of networkAclRulesOf(resource)) {
      const isAllowed = action.equals('allow', true);
      if (direction === 'egress' || isAllowed === 'false' || isAllowed === 'absent') continue;
      for (const range of ranges) {
        const reach = reachOf(range.text() ?? '');
        const isOpen = reach === 'world' || reach === 'public';
        if (range.state === 'unknown') report.undetermined({ at: range });
        if (!isOpen) continue;
        if (isAllowed === 'unknown') report.undetermined({ at: action });
        else if (direction === 'unknown') report.undetermined({ at: block.attribute('egress') });
        else report.fail({ message: reach, at: range });
      }
    }
  },
});
