import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { judgeExpiry } from './expiry-date.ts';

describe('expiry dates', () => {
  it.each([
    ['"2027-12-31T00:00:00Z"', 'valid'],
    ['"2019-12-31T00:00:00Z"', 'valid'],
    ['"2027-12-31t23:59:59.25+01:00"', 'valid'],
    ['"2027-12-31"', 'invalid'],
    ['"2027-12-31 00:00:00Z"', 'invalid'],
    ['""', 'invalid'],
    ['null', 'missing'],
    ['timeadd(timestamp(), "2160h")', 'unknown'],
    ['timeadd("2027-01-01T00:00:00Z", "2160h")', 'valid'],
  ])('judges %s as %s', (expression, expected) => {
    const text = `resource "azurerm_key_vault_secret" "orders" {\n  expiration_date = ${expression}\n}\n`;
    expect(judgeExpiry(viewOf('azurerm_key_vault_secret.orders', text).attribute('expiration_date'))).toBe(expected);
  });
});
