import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { isAwsManagedKey } from '../aws-managed-key.ts';

export default defineCheck({
  id: 'aws-ec2-volume-encryption-customer-key',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_ebs_volume',

  title: 'EBS volumes should be encrypted with a key of your own',
  why: 'Without a key of your own a volume is encrypted with a key that AWS manages. Only a key of your own has a policy, a rotation and an audit trail that you control, and only snapshots under such a key can be shared with other accounts.',
  harm: 'Nobody can restrict or trace who decrypts the disk, nor withdraw the key in an emergency.',
  remedy:
    'Set `kms_key_id` to the ARN of your key when the volume is created, or make it the default of the region with `aws_ebs_default_kms_key`.',
  links: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume#kms_key_id',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_default_kms_key',
  ],
  alsoKnownAs: {
    tfsec: ['aws-ebs-encryption-customer-key'],
    trivy: ['AVD-AWS-0027', 'AWS-0027'],
    checkov: ['CKV_AWS_189'],
  },

  messages: {
    missing: '`{address}` names no `kms_key_id`, so the key is not one of your own',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: [
    {
      bad: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
          encrypted         = true
        }
      `,
      expect: 'missing',
    },
  ],
  good: [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_ebs_volume" "orders" {
        availability_zone = "eu-west-1a"
        size              = 50
        encrypted         = true
        kms_key_id        = aws_kms_key.orders.arn
      }
    `,
    hcl`
      resource "aws_kms_key" "disks" {
        enable_key_rotation = true
      }

      resource "aws_ebs_default_kms_key" "this" {
        key_arn = aws_kms_key.disks.arn
      }

      resource "aws_ebs_volume" "orders" {
        availability_zone = "eu-west-1a"
        size              = 50
        encrypted         = true
      }
    `,
  ],

  evaluate(volume, report) {
    const key = volume.attribute('kms_key_id');
    const isSet = key.isSet();
    if (isSet === 'true') {
      if (isAwsManagedKey(key, 'ebs') === 'true') report.fail({ message: 'managed', at: key });
      return;
    }
    const isDefault = hasDefaultKey(volume);
    const snapshot = volume.attribute('snapshot_id');
    if (isDefault === 'true') return;
    if (isSet === 'unknown' || isDefault === 'unknown') report.undetermined({ at: key });
    // A volume from an encrypted snapshot has the key of the snapshot.
    else if (snapshot.isSet() !== 'false') report.undetermined({ at: snapshot });
    else report.fail({ message: 'missing', at: key });
  },
});

/** Whether the configuration makes a key the default for new disks. */
function hasDefaultKey(volume: ResourceView): Answer {
  const defaults = volume.estate.resources('aws_ebs_default_kms_key');
  return anyOf(
    defaults.map((setting) => {
      const isSet = setting.attribute('key_arn').isSet();
      return isSet === 'true' && !setting.isCertain ? 'unknown' : isSet;
    }),
  );
}
