import { allowOnly, defineCheck, hcl } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';
import { WEB_APPS } from './web-apps.ts';

export default defineCheck({
  id: 'azure-appservice-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: WEB_APPS,

  title: 'Web apps should accept TLS 1.2 or newer only',
  why: 'TLS 1.0 and 1.1 have known weaknesses. Apps ask for 1.2 unless an older version is written.',
  harm: 'Connections can be forced to a weak protocol and read.',
  remedy: 'Set `minimum_tls_version` to `1.2` or newer, or leave it out.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/overview-tls',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#minimum_tls_version',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app#minimum_tls_version',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0006', 'AZU-0006'],
    checkov: ['CKV_AZURE_15'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` calls it `min_tls_version`.' }],

  messages: {
    value: '`{address}` accepts TLS {value}',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {
            minimum_tls_version = "1.0"
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {
            minimum_tls_version = "1.2"
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
          minimum_tls_version = "1.2"
        }
      }
    `,
    hcl`
      resource "azurerm_linux_web_app" "shop" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        service_plan_id     = azurerm_service_plan.orders.id

        site_config {
          minimum_tls_version = "1.3"
        }
      }
    `,
    hcl`
      resource "azurerm_linux_web_app" "shop" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        service_plan_id     = azurerm_service_plan.orders.id

        site_config {}
      }
    `,
  ],

  evaluate: byAnyName('site_config.minimum_tls_version', (name) => allowOnly(name, ['1.2', '1.3'], { fixTo: '"1.2"' })),
});
