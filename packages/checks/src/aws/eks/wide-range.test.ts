import { describe, expect, it } from 'vitest';
import { isWideRange } from './wide-range.ts';

describe('a range', () => {
  it.each(['0.0.0.0/0', '0.0.0.0/1', '52.0.0.0/8', '203.0.0.0/15', '::/0', '2001:db8::/31'])('%s is wide', (range) => {
    expect(isWideRange(range)).toBe(true);
  });

  it.each([
    '203.0.0.0/16',
    '203.0.113.0/24',
    '203.0.113.7/32',
    '10.0.0.0/8',
    '2001:db8::/32',
    'fc00::/7',
    '',
    'office',
  ])('%s is not', (range) => {
    expect(isWideRange(range)).toBe(false);
  });
});
