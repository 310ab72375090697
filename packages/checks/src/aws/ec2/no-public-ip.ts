import type { BlockView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

const ADDRESS = 'associate_public_ip_address';

export default defineCheck({
  id: 'aws-ec2-no-public-ip',
  since: '1.0.0',
  severity: 'HIGH',
  // tfsec 1.28 looks at launch configurations only; its older AWS012 promised instances too. Launch templates are the successor.
  resource: ['aws_launch_configuration', 'aws_launch_template', 'aws_instance'],

  title: 'Instances should not be given public addresses',
  why: 'A public address makes an instance reachable from the internet as soon as a security group allows it. Most servers can stay private behind a load balancer or a NAT gateway. A launch configuration or template decides it for all instances of a group.',
  harm: 'The instances can be attacked directly from the internet.',
  remedy: 'Set `associate_public_ip_address` to `false`, and let load balancers and NAT gateways face the internet.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration#associate_public_ip_address',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#associate_public_ip_address',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#associate_public_ip_address',
  ],
  alsoKnownAs: {
    tfsec: ['AWS012', 'aws-autoscaling-no-public-ip'],
    trivy: ['AVD-AWS-0009', 'AWS-0009'],
    checkov: ['CKV_AWS_88', 'CKV_AWS_389'],
  },

  messages: {
    instance: '`{address}` gets a public address',
    group: '`{address}` gives a public address to every instance that is started from it',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id                    = "ami-0123456789abcdef0"
          instance_type               = "t3.small"
          associate_public_ip_address = true
        }
      `,
      expect: 'group',
      fixed: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id                    = "ami-0123456789abcdef0"
          instance_type               = "t3.small"
          associate_public_ip_address = false
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          network_interfaces {
            associate_public_ip_address = true
          }
        }
      `,
      expect: 'group',
      fixed: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          network_interfaces {
            associate_public_ip_address = false
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_instance" "shop" {
          ami                         = "ami-0123456789abcdef0"
          instance_type               = "t4g.small"
          associate_public_ip_address = true
        }
      `,
      expect: 'instance',
      fixed: hcl`
        resource "aws_instance" "shop" {
          ami                         = "ami-0123456789abcdef0"
          instance_type               = "t4g.small"
          associate_public_ip_address = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_launch_configuration" "shop" {
        image_id                    = "ami-0123456789abcdef0"
        instance_type               = "t3.small"
        associate_public_ip_address = false
      }
    `,
    hcl`
      resource "aws_launch_template" "shop" {
        name = "shop"

        network_interfaces {
          associate_public_ip_address = false
        }
      }
    `,
  ],

  // A missing argument leaves the decision to the subnet, which `aws-ec2-no-public-ip-subnet` looks at.
  evaluate(resource, report) {
    const message = resource.type === 'aws_instance' ? 'instance' : 'group';
    const holders: readonly BlockView[] =
      resource.type === 'aws_launch_template' ? resource.blocks('network_interfaces') : [resource];
    for (const holder of holders) {
      const address = holder.attribute(ADDRESS);
      const isPublic = address.truth();
      if (isPublic === 'unknown') report.undetermined({ at: address });
      if (isPublic !== 'true') continue;
      const fix = edit.setAttribute(holder, ADDRESS, 'false');
      report.fail({
        message,
        at: address,
        fix: edit.withCaution(fix, 'the instances may lose their only way to the internet'),
      });
    }
  },
});
