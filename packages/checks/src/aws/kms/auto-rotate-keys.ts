import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, edit, hcl, not } from '../../kit/index.ts';

const SETTING = 'enable_key_rotation';

export default defineCheck({
  id: 'aws-kms-auto-rotate-keys',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_kms_key',

  title: 'KMS keys should rotate automatically',
  why: 'With automatic rotation KMS makes new key material at regular intervals and keeps the old for what was encrypted with it. So each piece of key material protects only so much data, and nobody has to remember the change.',
  harm: 'Key material that got into the wrong hands stays useful for as long as the key exists.',
  remedy: 'Set `enable_key_rotation = true`.',
  links: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key#enable_key_rotation',
  ],
  alsoKnownAs: {
    tfsec: ['AWS019'],
    trivy: ['AVD-AWS-0065', 'AWS-0065'],
    checkov: ['CKV_AWS_7'],
  },

  messages: {
    missing: '`{address}` does not rotate: it does not set `enable_key_rotation`',
    disabled: '`{address}` does not rotate',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_kms_key" "orders" {
          description = "orders"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_kms_key" "orders" {
          description         = "orders"
          enable_key_rotation = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_kms_key" "orders" {
          description         = "orders"
          enable_key_rotation = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_kms_key" "orders" {
          description         = "orders"
          enable_key_rotation = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        description         = "orders"
        enable_key_rotation = true
      }
    `,
    hcl`
      resource "aws_kms_key" "signatures" {
        description              = "signatures of invoices"
        key_usage                = "SIGN_VERIFY"
        customer_master_key_spec = "ECC_NIST_P256"
      }
    `,
  ],

  evaluate(key, report) {
    const setting = key.attribute(SETTING);
    const isRotating = setting.truth();
    const canRotate = canRotateKey(key);
    if (isRotating === 'true' || canRotate === 'false') return;
    if (isRotating === 'unknown') {
      report.undetermined({ at: setting });
    } else if (canRotate === 'unknown') {
      report.undetermined({ at: key });
    } else {
      const message = isRotating === 'absent' ? 'missing' : 'disabled';
      report.fail({ message, at: setting, fix: edit.setAttribute(key, SETTING, 'true') });
    }
  },
});

/**
 * Only symmetric keys for encryption whose material KMS makes itself can rotate. tfsec 1.28 exempts `SIGN_VERIFY` alone and so asks the
 * impossible of keys for message codes, of asymmetric ones and of those in key stores.
 */
function canRotateKey(key: ResourceView): Answer {
  const usage = key.attribute('key_usage').equals('ENCRYPT_DECRYPT', true);
  const spec = key.attribute('customer_master_key_spec').equals('SYMMETRIC_DEFAULT', true);
  return not(
    anyOf([
      usage === 'absent' ? 'false' : not(usage),
      spec === 'absent' ? 'false' : not(spec),
      key.attribute('custom_key_store_id').isSet(),
      key.attribute('xks_key_id').isSet(),
    ]),
  );
}
