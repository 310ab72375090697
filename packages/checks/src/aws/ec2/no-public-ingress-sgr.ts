import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidPublicRanges } from './security-group-rules.ts';

export default defineCheck({
  id: 'aws-ec2-no-public-ingress-sgr',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: [
    'aws_security_group',
    'aws_default_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_ingress_rule',
  ],

  title: 'Security groups should not admit traffic from the internet',
  why: 'A rule whose source is a public range exposes its ports to scanners and attackers all over the world. Administration ports and databases are found within minutes; even services that are meant to be public are better put behind a load balancer.',
  harm: 'Anyone on the internet can attack the service behind the rule.',
  remedy:
    'Name the networks, security groups or prefix lists that need access as the source. Use a bastion or Session Manager for administration.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
  ],
  alsoKnownAs: {
    tfsec: ['AWS006', 'AWS008', 'aws-vpc-no-public-ingress-sgr', 'aws-vpc-no-public-ingress-sg'],
    trivy: ['AVD-AWS-0107', 'AWS-0107'],
    checkov: ['CKV_AWS_24', 'CKV_AWS_25'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
    public: '`{address}` admits traffic from the public range `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_security_group_rule" "ssh" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "tcp"
          from_port         = 22
          to_port           = 22
          cidr_blocks       = ["0.0.0.0/0"]
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "aws_security_group" "shop" {
          name = "shop"

          ingress {
            protocol         = "tcp"
            from_port        = 443
            to_port          = 443
            ipv6_cidr_blocks = ["::/0"]
          }
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "aws_vpc_security_group_ingress_rule" "office" {
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
      resource "aws_security_group_rule" "ssh" {
        type              = "ingress"
        security_group_id = "sg-0123456789abcdef0"
        protocol          = "tcp"
        from_port         = 22
        to_port           = 22
        cidr_blocks       = ["10.20.0.0/16"]
      }
    `,
    hcl`
      resource "aws_vpc_security_group_ingress_rule" "office" {
        security_group_id = "sg-0123456789abcdef0"
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
        cidr_ipv4         = "203.0.113.7/32"
      }
    `,
  ],

  evaluate: forbidPublicRanges('ingress'),
});
