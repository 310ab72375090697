import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';
import { WEB_APPS } from './web-apps.ts';

/** Modes that let clients without a certificate in; the default is `Required`. */
const OPTIONAL = ['Optional', 'OptionalInteractiveUser'];

const ASKS = byAnyName('client_certificate_enabled', (name) =>
  requireTrue(name, { caution: 'clients without a certificate are cut off' }),
);

export default defineCheck({
  id: 'azure-appservice-require-client-cert',
  since: '1.0.0',
  severity: 'LOW',
  resource: WEB_APPS,

  title: 'Web apps should ask clients for a certificate',
  why: 'With client certificates only callers that hold one the app accepts get through, and both sides prove who they are.',
  harm: 'Any client that reaches the app can talk to it.',
  remedy: 'Set `client_certificate_enabled` to `true` and give the clients certificates.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/app-service-web-configure-tls-mutual-auth',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#client_certificate_enabled',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app#client_certificate_enabled',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0001', 'AZU-0001'],
    checkov: ['CKV_AZURE_17'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` calls it `client_cert_enabled`.' }],

  messages: {
    missing: '`{address}` asks clients for no certificate',
    disabled: '`{address}` wants no certificates of clients',
    optional: '`{address}` lets clients without a certificate in (`{value}`)',
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
          name                       = "orders"
          resource_group_name        = "orders"
          location                   = "westeurope"
          service_plan_id            = azurerm_service_plan.orders.id
          client_certificate_enabled = true

          site_config {}
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_linux_web_app" "shop" {
          name                       = "orders"
          resource_group_name        = "orders"
          location                   = "westeurope"
          service_plan_id            = azurerm_service_plan.orders.id
          client_certificate_enabled = true
          client_certificate_mode    = "Optional"

          site_config {}
        }
      `,
      expect: 'optional',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_linux_web_app" "shop" {
        name                       = "orders"
        resource_group_name        = "orders"
        location                   = "westeurope"
        service_plan_id            = azurerm_service_plan.orders.id
        client_certificate_enabled = true

        site_config {}
      }
    `,
  ],

  evaluate(app, report) {
    ASKS(app, report);
    if (app.type === 'azurerm_app_service' || app.attribute('client_certificate_enabled').truth() !== 'true') return;
    const mode = app.attribute('client_certificate_mode');
    const isOptional = mode.isOneOf(OPTIONAL, true);
    if (isOptional === 'unknown') report.undetermined({ at: mode });
    if (isOptional === 'true') report.fail({ message: 'optional', at: mode });
  },
});
