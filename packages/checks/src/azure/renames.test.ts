import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import { argumentOf, nameIn, namesOf } from './renames.ts';

describe('names of arguments that azurerm renamed', () => {
  it('lists the newest name first', () => {
    expect(namesOf('azurerm_storage_account', 'https_traffic_only_enabled')).toEqual([
      'https_traffic_only_enabled',
      'enable_https_traffic_only',
    ]);
  });

  it('leaves the name alone where a type has no other', () => {
    expect(namesOf('azurerm_linux_web_app', 'client_certificate_enabled')).toEqual(['client_certificate_enabled']);
  });

  it('finds the name that is written', () => {
    const account = viewOf(
      'azurerm_storage_account.orders',
      'resource "azurerm_storage_account" "orders" {\n  enable_https_traffic_only = false\n}\n',
    );
    expect(nameIn(account, 'https_traffic_only_enabled')).toBe('enable_https_traffic_only');
    expect(argumentOf(account, 'https_traffic_only_enabled').truth()).toBe('false');
  });

  it('names the newest where none is written', () => {
    const account = viewOf(
      'azurerm_storage_account.orders',
      'resource "azurerm_storage_account" "orders" {\n  enable_https_traffic_only = null\n}\n',
    );
    expect(nameIn(account, 'https_traffic_only_enabled')).toBe('https_traffic_only_enabled');
  });
});
