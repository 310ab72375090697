import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { WEB_APPS } from './web-apps.ts';

export default defineCheck({
  id: 'azure-appservice-enable-http2',
  since: '1.0.0',
  severity: 'LOW',
  resource: WEB_APPS,

  title: 'Web apps should speak HTTP/2',
  why: 'HTTP/2 is off until it is asked for. It demands modern TLS of browsers and makes connections more efficient.',
  harm: 'Clients are held on the older protocol.',
  remedy: 'Set `http2_enabled` to `true` in `site_config`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/configure-common',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#http2_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app#http2_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0005', 'AZU-0005'],
    checkov: ['CKV_AZURE_18'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` is read too.' }],

  messages: {
    missing: '`{address}` does not switch HTTP/2 on',
    disabled: '`{address}` switches HTTP/2 off',
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

          site_config {
            http2_enabled = true
          }
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

          site_config {
            http2_enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {
            http2_enabled = true
          }
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

        site_config {
          http2_enabled = true
        }
      }
    `,
  ],

  evaluate: requireTrue('site_config.http2_enabled'),
});
