import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { WEB_APPS } from './web-apps.ts';

export default defineCheck({
  id: 'azure-appservice-authentication-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: WEB_APPS,

  title: 'Web apps should authenticate requests before their code runs',
  why: 'App Service can ask every caller to log in before a request reaches the app. Without that, protection depends on the code of the app alone.',
  harm: 'Anonymous requests reach the app.',
  remedy:
    'Add `auth_settings_v2` with `auth_enabled = true` and an identity provider, or `auth_settings` with `enabled = true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/overview-authentication-authorization',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#auth_settings_v2',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#auth_settings',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0003', 'AZU-0003'],
    checkov: ['CKV_AZURE_13'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` is read too.' }],

  messages: {
    missing: '`{address}` does not switch authentication on',
    disabled: '`{address}` switches authentication off',
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
    },
    {
      bad: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
          service_plan_id     = azurerm_service_plan.orders.id

          site_config {}

          auth_settings {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_linux_web_app" "shop" {
        name                = "orders"
        resource_group_name = "orders"
        location            = "westeurope"
        service_plan_id     = azurerm_service_plan.orders.id

        site_config {}

        auth_settings {
          enabled = true
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

        auth_settings_v2 {
          auth_enabled           = true
          require_authentication = true
          default_provider       = "azureactivedirectory"

          login {}
        }
      }
    `,
  ],

  evaluate(app, report) {
    const settings = [app.attribute('auth_settings.enabled')];
    // `azurerm_app_service` never had the second form.
    if (app.type !== 'azurerm_app_service') settings.push(app.attribute('auth_settings_v2.auth_enabled'));
    const isOn = anyOf(settings.map((setting) => setting.truth()));
    if (isOn === 'true') return;
    if (isOn === 'unknown') {
      report.undetermined({ at: settings.find((setting) => setting.truth() === 'unknown') ?? app });
      return;
    }
    const off = settings.find((setting) => setting.truth() === 'false');
    if (off === undefined) report.fail({ message: 'missing', at: app });
    else report.fail({ message: 'disabled', at: off });
  },
});
