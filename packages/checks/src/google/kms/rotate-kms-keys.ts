import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, edit, hcl, not } from '../../kit/index.ts';

/** 90 days. */
const MAX_PERIOD_SECONDS = 7_776_000;

const FIXED_PERIOD = '"7776000s"';

/** Keys outside of Google's own hardware and software, which Cloud KMS cannot rotate by itself. */
const EXTERNAL_LEVELS = ['EXTERNAL', 'EXTERNAL_VPC'];

export default defineCheck({
  id: 'google-kms-rotate-kms-keys',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_kms_crypto_key',

  title: 'KMS keys should be rotated at least every 90 days',
  why: 'Rotation gives new data a new version of the key. It bounds how much data one version protects, and for how long a stolen one is of use. Keys are not rotated unless `rotation_period` says how often.',
  harm: 'Who once got hold of the key can read everything that was ever encrypted, and all that follows.',
  remedy: 'Set `rotation_period` to 90 days (`7776000s`) or less.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key#rotation_period',
    'https://cloud.google.com/kms/docs/key-rotation',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0065', 'GCP-0065'],
  },

  messages: {
    missing: '`{address}` is never rotated',
    value: '`{address}` is rotated every {days} days only',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_kms_crypto_key" "orders" {
          name     = "orders"
          key_ring = "projects/shop/locations/europe/keyRings/shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_kms_crypto_key" "orders" {
          name            = "orders"
          key_ring        = "projects/shop/locations/europe/keyRings/shop"
          rotation_period = "7776000s"
        }
      `,
    },
    {
      bad: hcl`
        resource "google_kms_crypto_key" "orders" {
          name            = "orders"
          key_ring        = "projects/shop/locations/europe/keyRings/shop"
          rotation_period = "15552000s"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_kms_crypto_key" "orders" {
          name            = "orders"
          key_ring        = "projects/shop/locations/europe/keyRings/shop"
          rotation_period = "7776000s"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_kms_crypto_key" "orders" {
        name            = "orders"
        key_ring        = "projects/shop/locations/europe/keyRings/shop"
        rotation_period = "7776000s"
      }
    `,
    hcl`
      resource "google_kms_crypto_key" "signatures" {
        name     = "signatures"
        key_ring = "projects/shop/locations/europe/keyRings/shop"
        purpose  = "ASYMMETRIC_SIGN"

        version_template {
          algorithm = "EC_SIGN_P256_SHA256"
        }
      }
    `,
  ],

  evaluate(key, report) {
    const period = key.attribute('rotation_period');
    const seconds = secondsOf(period.text());
    if (seconds !== undefined && seconds <= MAX_PERIOD_SECONDS) return;
    const canRotate = isRotatable(key);
    if (canRotate === 'false') return;
    // A period that is no number of seconds is one that the provider refuses.
    if (canRotate === 'unknown' || (seconds === undefined && period.state !== 'absent')) {
      report.undetermined({ at: period });
      return;
    }
    const fix = edit.setAttribute(key, 'rotation_period', FIXED_PERIOD);
    if (seconds === undefined) report.fail({ message: 'missing', at: period, fix });
    else report.fail({ message: 'value', at: period, values: { days: Math.round(seconds / 86_400) }, fix });
  },
});

/** Only symmetric keys whose material is Google's have a rotation period. */
function isRotatable(key: ResourceView): Answer {
  const purpose = key.attribute('purpose').equals('ENCRYPT_DECRYPT');
  const level = key.attribute('version_template.protection_level').isOneOf(EXTERNAL_LEVELS);
  const isImported = key.attribute('import_only').truth();
  return allOf([purpose === 'absent' ? 'true' : purpose, not(anyOf([level])), not(anyOf([isImported]))]);
}

/** @param text `7776000s`, also with a fraction */
function secondsOf(text: string | undefined): number | undefined {
  const match = /^([0-9]{1,15}(?:\.[0-9]{1,9})?)s$/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]);
}
