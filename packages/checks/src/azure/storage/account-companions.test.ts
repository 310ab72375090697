import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { accountOf, belongingTo, logsRequests } from './account-companions.ts';

const ACCOUNT = 'resource "azurerm_storage_account" "orders" {\n  name = "ordersfiles"\n}\n';

function container(argument: string): string {
  return `resource "azurerm_storage_container" "orders" {\n  ${argument}\n}\n`;
}

function setting(target: string): string {
  return `resource "azurerm_monitor_diagnostic_setting" "orders" {\n  target_resource_id = ${target}\n}\n`;
}

describe('what belongs to a storage account', () => {
  it.each([
    ['storage_account_id = azurerm_storage_account.orders.id', 'true'],
    ['storage_account_name = azurerm_storage_account.orders.name', 'true'],
    ['storage_account_name = "ordersfiles"', 'true'],
    ['storage_account_name = "others"', 'false'],
    ['storage_account_name = var.unknown', 'unknown'],
  ])('a container with %s: %s', (argument, expected) => {
    const account = viewOf(
      'azurerm_storage_account.orders',
      `${ACCOUNT}${container(argument)}variable "unknown" {\n  type = string\n}\n`,
    );
    expect(belongingTo(account, 'azurerm_storage_container').answer).toBe(expected);
  });

  it('leads back to the account', () => {
    const text = ACCOUNT + container('storage_account_name = azurerm_storage_account.orders.name');
    expect(accountOf(viewOf('azurerm_storage_container.orders', text))?.address).toBe('azurerm_storage_account.orders');
  });

  it.each([
    ['"${azurerm_storage_account.orders.id}/blobServices/default"', 'true'],
    ['"${azurerm_storage_account.orders.id}/queueServices/default"', 'false'],
    ['azurerm_storage_account.orders.id', 'false'],
    ['var.unknown', 'unknown'],
  ])('a diagnostic setting for %s logs requests to blobs: %s', (target, expected) => {
    const text = `${ACCOUNT}${setting(target)}variable "unknown" {\n  type = string\n}\n`;
    expect(logsRequests(viewOf('azurerm_storage_account.orders', text), ['blobServices'])).toBe(expected);
  });
});
