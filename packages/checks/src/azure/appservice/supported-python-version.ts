import { defineCheck, hcl } from '../../kit/index.ts';
import { argumentOf } from '../renames.ts';
import { isOutdated } from './runtime-versions.ts';

export default defineCheck({
  id: 'azure-appservice-supported-python-version',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['azurerm_linux_web_app', 'azurerm_linux_web_app_slot', 'azurerm_app_service'],

  title: 'Web apps should run a version of Python that is still maintained',
  why: 'A version of Python past its end of life gets no more security fixes.',
  harm: 'Known holes in the runtime stay open.',
  remedy: 'Move to a supported version of Python.',
  links: [
    'https://devguide.python.org/versions/',
    'https://learn.microsoft.com/en-us/azure/app-service/configure-language-python',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#python_version',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0070', 'AZU-0070'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` has `python_version` in `site_config`.' }],

  messages: {
    outdated: '`{address}` runs Python {value}, which gets no more security fixes',
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
            application_stack {
              python_version = "3.8"
            }
          }
        }
      `,
      expect: 'outdated',
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
          application_stack {
            python_version = "3.12"
          }
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
    const version = argumentOf(app, 'site_config.application_stack.python_version');
    const outdated = isOutdated(version, 'Python');
    if (outdated === 'unknown') report.undetermined({ at: version });
    if (outdated === 'true') report.fail({ message: 'outdated', at: version });
  },
});
