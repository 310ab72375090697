import type { Answer, Truth } from '../../kit/index.ts';
import { allOf, defineCheck, edit, hcl, not } from '../../kit/index.ts';

/** 90 days, in seconds. */
const LONGEST_PERIOD = 7_776_000;

/** @param text seconds with up to nine decimals and the suffix `s`; the provider refuses anything else */
function isSoonEnough(text: string): boolean {
  const match = /^([0-9]{1,15}(?:\.[0-9]{1,9})?)s$/.exec(text);
  return match === null || Number(match[1]) <= LONGEST_PERIOD;
}

function orDefault(answer: Truth, absent: Answer): Answer {
  return answer === 'absent' ? absent : answer;
}

export default defineCheck({
  id: 'google-kms-rotate-kms-keys',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_kms_crypto_key',

  title: 'Keys should be rotated at least every 90 days',
  why: 'Rotation limits how much data one version of a key protects, and how long a version that leaks is of use. Without a period a key is never rotated. Keys for signing, for MACs and imported ones cannot be rotated by themselves.',
  harm: 'A version that leaks opens everything that was ever encrypted.',
  remedy: 'Set `rotation_period` to `7776000s` or less.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key#rotation_period',
    'https://cloud.google.com/kms/docs/key-rotation',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0065', 'GCP-0065'],
  },

  messages: {
    missing: '`{address}` is never rotated',
    value: '`{address}` is rotated too seldom (`{value}`)',
  },

  examples: [
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
          rotation_period = "31536000s"
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
  good: [
    hcl`
      resource "google_kms_crypto_key" "orders" {
        name            = "orders"
        key_ring        = "projects/shop/locations/europe/keyRings/shop"
        rotation_period = "7776000s"
      }
    `,
    hcl`
      resource "google_kms_crypto_key" "orders" {
        name     = "orders"
        key_ring = "projects/shop/locations/europe/keyRings/shop"
        purpose  = "ASYMMETRIC_SIGN"
      }
    `,
  ],

  evaluate(key, report) {
    const isRotatable = allOf([
      orDefault(key.attribute('purpose').equals('ENCRYPT_DECRYPT'), 'true'),
      not(orDefault(key.attribute('import_only').truth(), 'false')),
    ]);
    if (isRotatable === 'false') return;
    const period = key.attribute('rotation_period');
    const isSoon = period.text() === '' ? 'absent' : period.matches(isSoonEnough);
    if (isSoon === 'true') return;
    if (isSoon === 'unknown' || isRotatable === 'unknown') {
      report.undetermined({ at: period });
      return;
    }
    const fix = edit.setAttribute(key, 'rotation_period', '"7776000s"');
    report.fail({ message: isSoon === 'absent' ? 'missing' : 'value', at: period, fix });
  },
});
