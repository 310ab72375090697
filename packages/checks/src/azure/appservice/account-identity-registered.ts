import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { WEB_APPS } from './web-apps.ts';

const IDENTITY = hcl`
  identity {
    type = "SystemAssigned"
  }
`;

export default defineCheck({
  id: 'azure-appservice-account-identity-registered',
  since: '1.0.0',
  severity: 'LOW',
  resource: WEB_APPS,

  title: 'Web apps should have a managed identity',
  why: 'With a managed identity an app logs in to other services of Azure by itself. Without one it needs passwords and keys in its settings.',
  harm: 'Credentials lie in the settings of the app, where they can leak.',
  remedy: 'Add an `identity` block with the type `SystemAssigned` or `UserAssigned`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/app-service/overview-managed-identity',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#identity',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app#identity',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0002', 'AZU-0002'],
    checkov: ['CKV_AZURE_16', 'CKV_AZURE_71'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` is read too.' }],

  messages: {
    missing: '`{address}` has no managed identity',
    empty: '`{address}` has an `identity` block without a type',
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

          site_config {}

          identity {
            type = "SystemAssigned"
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

        site_config {}

        identity {
          type = "SystemAssigned"
        }
      }
    `,
  ],

  evaluate(app, report) {
    const answer = app.mayHaveBlock('identity');
    if (answer === 'unknown') report.undetermined({ at: app });
    if (answer === 'false') report.fail({ message: 'missing', at: app, fix: edit.appendBlock(app, IDENTITY) });
    if (answer !== 'true') return;
    const type = app.attribute('identity.type');
    const isSet = type.isSet();
    if (isSet === 'unknown') report.undetermined({ at: type });
    if (isSet === 'false') report.fail({ message: 'empty', at: type });
  },
});
