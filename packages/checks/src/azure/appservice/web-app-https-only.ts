import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { WEB_APPS } from './web-apps.ts';

export default defineCheck({
  id: 'azure-appservice-web-app-https-only',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: WEB_APPS,

  title: 'Web apps should send HTTP requests on to HTTPS',
  why: 'Web apps answer plain HTTP until `https_only` is set. Then App Service redirects every request to HTTPS.',
  harm: 'Requests and responses can be read and changed on their way.',
  remedy: 'Set `https_only` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/overview-tls',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#https_only',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app#https_only',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0072', 'AZU-0072'],
    checkov: ['CKV_AZURE_14'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` is read too.' }],

  messages: {
    missing: '`{address}` does not demand HTTPS',
    disabled: '`{address}` answers plain HTTP',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {}
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_linux_web_app" "shop" {
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
        resource "azurerm_linux_web_app" "shop" {
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
        resource "azurerm_linux_web_app" "shop" {
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
      resource "azurerm_linux_web_app" "shop" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        service_plan_id     = azurerm_service_plan.orders.id
        https_only          = true

        site_config {}
      }
    `,
  ],

  evaluate: requireTrue('https_only'),
});
