import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidPublicRanges } from './security-group-rules.ts';

export default defineCheck({
  id: 'aws-ec2-no-public-egress-sgr',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: [
    'aws_security_group',
    'aws_default_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_egress_rule',
  ],

  title: 'Security groups should not let traffic out to the internet',
  why: 'A machine that somebody has broken into fetches tools from the internet and sends data there. A rule that names the destinations it needs stands in the way of both. Terraform removes the open rule that AWS gives every new group, so each open rule in the code is a decision.',
  harm: 'Stolen data can leave for any address, and attackers can load what they need.',
  remedy:
    'Name the networks, security groups or prefix lists that are needed as destinations. Reach AWS services through endpoints, and the rest through a proxy.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_egress_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
  ],
  alsoKnownAs: {
    tfsec: ['AWS007', 'AWS009', 'aws-vpc-no-public-egress-sgr', 'aws-vpc-no-public-egress-sg'],
    trivy: ['AVD-AWS-0104', 'AWS-0104'],
  },

  messages: {
    world: '`{address}` lets traffic out to everywhere (`{value}`)',
    public: '`{address}` lets traffic out to the public range `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_security_group" "shop" {
          name = "shop"

          egress {
            protocol    = "-1"
            from_port   = 0
            to_port     = 0
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "aws_security_group_rule" "out" {
          type              = "egress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "tcp"
          from_port         = 443
          to_port           = 443
          ipv6_cidr_blocks  = ["::/0"]
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "aws_vpc_security_group_egress_rule" "partner" {
          security_group_id = "sg-0123456789abcdef0"
          ip_protocol       = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_ipv4         = "203.0.113.0/24"
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "aws_security_group" "shop" {
        name = "shop"

        egress {
          protocol    = "tcp"
          from_port   = 5432
          to_port     = 5432
          cidr_blocks = ["10.0.0.0/16"]
        }
      }
    `,
    hcl`
      resource "aws_vpc_security_group_egress_rule" "storage" {
        security_group_id = "sg-0123456789abcdef0"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
        prefix_list_id    = "pl-6da54004"
      }
    `,
  ],

  evaluate: forbidPublicRanges('egress'),
});
