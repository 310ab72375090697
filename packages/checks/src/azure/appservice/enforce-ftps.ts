import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';
import { WEB_APPS } from './web-apps.ts';

const SECURE = ['Disabled', 'FtpsOnly'];

export default defineCheck({
  id: 'azure-appservice-enforce-ftps',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: WEB_APPS,

  title: 'Web apps should not take deployments over plain FTP',
  why: 'FTP sends the deployment password and the files without encryption. New apps have it off; `azurerm_app_service` has it on until `ftps_state` says otherwise.',
  harm: 'Deployment passwords and code can be read and changed on their way.',
  remedy: 'Set `ftps_state` to `Disabled`, or to `FtpsOnly` where FTPS is in use.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/deploy-ftp',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#ftps_state',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service#ftps_state',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0071', 'AZU-0071'],
    checkov: ['CKV_AZURE_78'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` is read too.' }],

  messages: {
    missing: '`{address}` does not set `ftps_state`, so plain FTP is open',
    value: '`{address}` takes deployments over plain FTP (`{value}`)',
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
            ftps_state = "AllAllowed"
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
            ftps_state = "Disabled"
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
          ftps_state = "FtpsOnly"
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
          ftps_state = "Disabled"
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

  evaluate(app, report) {
    requireOneOf('site_config.ftps_state', SECURE, {
      absent: app.type === 'azurerm_app_service' ? 'fails' : 'passes',
      fixTo: '"Disabled"',
      caution: 'deployments over FTP stop working',
      ignoreCase: true,
    })(app, report);
  },
});
