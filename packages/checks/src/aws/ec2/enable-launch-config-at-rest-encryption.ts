import type { BlockView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { encryptsByDefault, requireEncryption } from './disk-encryption.ts';

export default defineCheck({
  id: 'aws-ec2-enable-launch-config-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_launch_configuration',

  title: 'Launch configurations should encrypt their disks',
  why: 'Instances that are started from a launch configuration get their disks from its block devices. Unless these ask for encryption, or the account encrypts by default, disks and snapshots are stored in clear. The root disk is there even when no block describes it.',
  harm: 'Whoever gets at a disk or at one of its snapshots reads the data.',
  remedy:
    'Set `encrypted = true` in `root_block_device` and in every `ebs_block_device`, or encrypt every new disk of the region with `aws_ebs_encryption_by_default`. Launch templates have replaced launch configurations.',
  links: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default',
  ],
  alsoKnownAs: {
    tfsec: ['AWS014', 'aws-autoscaling-enable-at-rest-encryption'],
    trivy: ['AVD-AWS-0008', 'AWS-0008'],
    checkov: ['CKV_AWS_8'],
  },
  sharedAliases: ['CKV_AWS_8'],

  messages: {
    rootless: '`{address}` describes no root disk, so it is not encrypted',
    root: '`{address}` does not encrypt its root disk',
    disk: '`{address}` has a disk that is not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"
        }
      `,
      expect: 'rootless',
      fixed: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          root_block_device {
            encrypted = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          root_block_device {
            encrypted = false
          }

          ebs_block_device {
            device_name = "/dev/sdf"
            volume_size = 50
          }
        }
      `,
      expect: ['root', 'disk'],
      fixed: hcl`
        resource "aws_launch_configuration" "shop" {
          image_id      = "ami-0123456789abcdef0"
          instance_type = "t3.small"

          root_block_device {
            encrypted = true
          }

          ebs_block_device {
            device_name = "/dev/sdf"
            volume_size = 50
            encrypted   = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_launch_configuration" "shop" {
        image_id      = "ami-0123456789abcdef0"
        instance_type = "t3.small"

        root_block_device {
          encrypted = true
        }

        ebs_block_device {
          device_name = "/dev/sdf"
          volume_size = 50
          encrypted   = true
        }
      }
    `,
  ],

  evaluate(configuration, report) {
    const hasRoot = configuration.mayHaveBlock('root_block_device');
    const byDefault = encryptsByDefault(configuration);
    if (hasRoot === 'false' && byDefault === 'false') {
      const fix = edit.setAttribute(configuration, 'root_block_device.encrypted', 'true');
      report.fail({ message: 'rootless', at: configuration, fix });
    } else if (hasRoot === 'false' && byDefault === 'unknown') {
      report.undetermined({ at: configuration });
    }
    for (const root of configuration.blocks('root_block_device')) requireEncryption('root')(root, report);
    for (const disk of configuration.blocks('ebs_block_device')) {
      if (!isLeftOut(disk)) requireEncryption('disk')(disk, report);
    }
  },
});

/** With `no_device` the image's device of this name is not attached. */
function isLeftOut(disk: BlockView): boolean {
  return disk.attribute('no_device').truth() === 'true';
}
