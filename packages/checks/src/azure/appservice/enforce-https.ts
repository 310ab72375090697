import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

const HTTPS_ONLY = requireTrue('https_only');

export default defineCheck({
  id: 'azure-appservice-enforce-https',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: [
    'azurerm_linux_function_app',
    'azurerm_windows_function_app',
    'azurerm_linux_function_app_slot',
    'azurerm_windows_function_app_slot',
    'azurerm_function_app_flex_consumption',
    'azurerm_function_app',
  ],

  title: 'Function apps should accept HTTPS only',
  why: 'Functions answer plain HTTP until they are told not to. HTTPS encrypts the exchange and shows the caller who answers.',
  harm: 'Requests and responses can be read and changed on their way.',
  remedy: 'Set `https_only` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-functions/security-concepts#require-https',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app#https_only',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_function_app#https_only',
  ],
  alsoKnownAs: {
    tfsec: ['AZU028', 'azure-appservice-enable-https-only'],
    trivy: ['AVD-AZU-0004', 'AZU-0004'],
    checkov: ['CKV_AZURE_70'],
  },
  providerFacts: [
    { version: 'azurerm < 5', fact: '`azurerm_function_app` is read too.' },
    {
      version: 'azurerm 3 to 5',
      fact: '`azurerm_windows_function_app` leaves a missing `https_only` to Azure, so that it is not known.',
    },
  ],

  messages: {
    missing: '`{address}` does not demand HTTPS',
    disabled: '`{address}` answers plain HTTP',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_linux_function_app" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {}
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_linux_function_app" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id
          https_only          = true

          site_config {}
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_linux_function_app" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id
          https_only          = false

          site_config {}
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_linux_function_app" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id
          https_only          = true

          site_config {}
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_linux_function_app" "orders" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        service_plan_id     = azurerm_service_plan.orders.id
        https_only          = true

        site_config {}
      }
    `,
  ],

  evaluate(app, report) {
    const isOpen = app.type === 'azurerm_windows_function_app' && app.attribute('https_only').state === 'absent';
    if (isOpen) report.undetermined({ at: app });
    else HTTPS_ONLY(app, report);
  },
});
