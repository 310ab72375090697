import { expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { metadataFlag } from './metadata-flag.ts';

it.each([
  ['true', 'true'],
  ['"TRUE"', 'true'],
  ['"yes"', 'true'],
  ['1', 'true'],
  ['" on "', 'true'],
  ['false', 'false'],
  ['"No"', 'false'],
  ['"0"', 'false'],
  ['"perhaps"', 'unknown'],
  ['""', 'unknown'],
  ['var.unknown', 'unknown'],
  ['null', 'absent'],
])('reads %s as %s', (written, truth) => {
  const machine = viewOf(
    'google_compute_instance.shop',
    `
      variable "unknown" {}
      resource "google_compute_instance" "shop" {
        metadata = {
          enable-oslogin = ${written}
        }
      }
    `,
  );
  expect(metadataFlag(machine, 'enable-oslogin').truth).toBe(truth);
  expect(metadataFlag(machine, 'serial-port-enable').truth).toBe('absent');
});
