import type { Answer, BlockView } from '../../kit/index.ts';
import { anyOf, anySetting, defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

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
    keyless: '`{address}` names no `kms_key_id`, so the key is not one of your own',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
          encrypted         = true
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
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

  evaluate: requireCustomerKey('kms_key_id', 'ebs', { inherits: hasOtherKey }),
});

/** Whether the key comes from the default of the region, or perhaps from the snapshot the volume is made of. */
function hasOtherKey(volume: BlockView): Answer {
  const isDefault = anySetting(volume.resource.estate, 'aws_ebs_default_kms_key', (setting) => {
    const isSet = setting.attribute('key_arn').isSet();
    return isSet === 'true' && !setting.isCertain ? 'unknown' : isSet;
  });
  const mayBeSnapshot = volume.attribute('snapshot_id').isSet() !== 'false';
  return anyOf([isDefault, mayBeSnapshot ? 'unknown' : 'false']);
}
