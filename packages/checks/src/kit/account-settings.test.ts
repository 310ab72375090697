import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import { anySetting } from './account-settings.ts';

const estateWith = (count: number): string => `
resource "aws_s3_bucket" "logs" {}

resource "aws_ebs_encryption_by_default" "all" {
  count   = ${count}
  enabled = count.index == 1
}
`;

describe('the settings of an account', () => {
  it.each([
    [0, 'false'],
    [1, 'false'],
    [2, 'true'],
    [100, 'true'],
    [101, 'unknown'],
  ])('of which there are %i', (count, expected) => {
    const { estate } = viewOf('aws_s3_bucket.logs', estateWith(count));
    const answer = anySetting(estate, 'aws_ebs_encryption_by_default', (one) => one.attribute('enabled').truth());
    expect(answer).toBe(expected);
  });
});
