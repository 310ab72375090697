import { defineCheck, edit, hcl } from '../../kit/index.ts';

const ADDRESS = 'map_public_ip_on_launch';

export default defineCheck({
  id: 'aws-ec2-no-public-ip-subnet',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_subnet', 'aws_default_subnet'],

  title: 'Subnets should not hand out public addresses',
  why: 'With this switch every instance that is started in the subnet gets a public address without anybody asking for it. Load balancers and NAT gateways in a public subnet do not need it, and single instances can ask for an address.',
  harm: 'Instances become reachable from the internet by accident.',
  remedy: 'Set `map_public_ip_on_launch` to `false`, and give addresses to the resources that need one.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet#map_public_ip_on_launch',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_subnet',
  ],
  alsoKnownAs: {
    tfsec: ['aws-subnet-no-public-ip'],
    trivy: ['AVD-AWS-0164', 'AWS-0164'],
    checkov: ['CKV_AWS_130'],
  },
  providerFacts: [
    {
      version: 'aws 4',
      fact: 'For `aws_default_subnet` the argument is `true` when it is missing; for `aws_subnet` it is `false`.',
    },
  ],

  messages: {
    enabled: '`{address}` gives every new instance a public address',
    default: '`{address}` keeps giving new instances public addresses, as default subnets do',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_subnet" "shop" {
          vpc_id                  = "vpc-0123456789abcdef0"
          cidr_block              = "10.20.1.0/24"
          map_public_ip_on_launch = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "aws_subnet" "shop" {
          vpc_id                  = "vpc-0123456789abcdef0"
          cidr_block              = "10.20.1.0/24"
          map_public_ip_on_launch = false
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_default_subnet" "first" {
          availability_zone = "eu-west-1a"
        }
      `,
      expect: 'default',
      fixed: hcl`
        resource "aws_default_subnet" "first" {
          availability_zone       = "eu-west-1a"
          map_public_ip_on_launch = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_subnet" "shop" {
        vpc_id     = "vpc-0123456789abcdef0"
        cidr_block = "10.20.1.0/24"
      }
    `,
    hcl`
      resource "aws_default_subnet" "first" {
        availability_zone       = "eu-west-1a"
        map_public_ip_on_launch = false
      }
    `,
  ],

  evaluate(subnet, report) {
    const address = subnet.attribute(ADDRESS);
    const isPublic = address.truth();
    const fix = edit.withCaution(
      edit.setAttribute(subnet, ADDRESS, 'false'),
      'instances that are started in the subnet may lose their only way to the internet',
    );
    switch (isPublic) {
      case 'true':
        report.fail({ message: 'enabled', at: address, fix });
        return;
      case 'unknown':
        report.undetermined({ at: address });
        return;
      case 'absent':
        if (subnet.type === 'aws_default_subnet') report.fail({ message: 'default', at: address, fix });
        return;
      case 'false':
        return;
    }
  },
});
