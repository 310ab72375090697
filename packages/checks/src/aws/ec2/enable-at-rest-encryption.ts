import type { ResourceView, Shape } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { encryptsByDefault, requireEncryption } from './disk-encryption.ts';
import { launchTemplateOf } from './launch-template-of.ts';

const CAUTION = 'the instance is replaced';

export default defineCheck({
  id: 'aws-ec2-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_instance', 'aws_launch_template'],

  title: 'EC2 instances and launch templates should encrypt their disks',
  why: 'A disk of an instance is encrypted when its block says so, when the snapshot it is made from is encrypted, or when the account encrypts by default. Disks in clear have snapshots in clear. Encryption cannot be added to a disk in place.',
  harm: 'Whoever gets at a disk or at one of its snapshots reads the data.',
  remedy:
    'Set `encrypted = true` for the root disk and for every other disk, in the instance or in its launch template, or encrypt every new disk of the region with `aws_ebs_encryption_by_default`.',
  links: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#root_block_device',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#block_device_mappings',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0131', 'AWS-0131'],
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
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"
        }
      `,
      expect: 'rootless',
      fixed: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          root_block_device {
            encrypted = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          root_block_device {
            encrypted = true
          }

          ebs_block_device {
            device_name = "/dev/sdf"
            encrypted   = false
          }
        }
      `,
      expect: 'disk',
      fixed: hcl`
        resource "aws_instance" "shop" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t4g.small"

          root_block_device {
            encrypted = true
          }

          ebs_block_device {
            device_name = "/dev/sdf"
            encrypted   = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          block_device_mappings {
            device_name = "/dev/xvda"

            ebs {
              volume_size = 20
            }
          }
        }
      `,
      expect: 'disk',
      fixed: hcl`
        resource "aws_launch_template" "shop" {
          name = "shop"

          block_device_mappings {
            device_name = "/dev/xvda"

            ebs {
              volume_size = 20
              encrypted   = true
            }
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_instance" "shop" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t4g.small"

        root_block_device {
          encrypted = true
        }
      }
    `,
    hcl`
      resource "aws_launch_template" "shop" {
        name = "shop"

        block_device_mappings {
          device_name = "/dev/xvda"

          ebs {
            volume_size = 20
            encrypted   = true
          }
        }
      }

      resource "aws_instance" "shop" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t4g.small"

        launch_template {
          id = aws_launch_template.shop.id
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'aws_launch_template') judgeTemplate(resource, report);
    else judgeInstance(resource, report);
  },
});

const judgeInstance: Shape<'rootless' | 'root' | 'disk'> = ({ resource: instance }, report) => {
  if (instance.mayHaveBlock('root_block_device') === 'false') {
    const byDefault = encryptsByDefault(instance);
    const template = launchTemplateOf(instance);
    const mapsDisks = typeof template === 'string' ? 'false' : template.mayHaveBlock('block_device_mappings');
    // Which of its disks is the root one depends on the image; each is judged where it stands.
    if (byDefault !== 'true' && mapsDisks !== 'true') {
      if (template === 'unknown') report.undetermined({ at: instance.attribute('launch_template.id') });
      else if (byDefault === 'unknown' || mapsDisks === 'unknown') report.undetermined({ at: instance });
      else {
        const fix = edit.setAttribute(instance, 'root_block_device.encrypted', 'true');
        report.fail({ message: 'rootless', at: instance, fix: edit.withCaution(fix, CAUTION) });
      }
    }
  }
  for (const root of instance.blocks('root_block_device')) requireEncryption('root', CAUTION)(root, report);
  for (const disk of instance.blocks('ebs_block_device')) requireEncryption('disk', CAUTION)(disk, report);
};

/** Instances that are started from it get new disks, so that its fixes replace nothing. */
const judgeTemplate: Shape<'rootless' | 'disk'> = ({ resource: template }, report) => {
  const mapsDisks = template.mayHaveBlock('block_device_mappings');
  if (mapsDisks === 'false' && !isNamedByInstance(template)) {
    const byDefault = encryptsByDefault(template);
    if (byDefault === 'unknown') report.undetermined({ at: template });
    // No fix: the name of the root disk depends on the image.
    if (byDefault === 'false') report.fail({ message: 'rootless', at: template });
  }
  for (const mapping of template.blocks('block_device_mappings')) {
    // With `no_device` the image's device of this name is not attached.
    if (mapping.attribute('no_device').isSet() === 'true') continue;
    for (const disk of mapping.blocks('ebs')) requireEncryption('disk')(disk, report);
  }
};

/** Instances may describe the root disk themselves, and are judged by what they and the template say together. */
function isNamedByInstance(template: ResourceView): boolean {
  return ['launch_template.id', 'launch_template.name'].some(
    (path) => template.relatedTo('aws_instance', path).answer === 'true',
  );
}
