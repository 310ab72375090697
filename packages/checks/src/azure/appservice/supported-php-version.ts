import { defineCheck, hcl } from '../../kit/index.ts';
import { argumentOf } from '../renames.ts';
import { isOutdated } from './runtime-versions.ts';
import { WEB_APPS } from './web-apps.ts';

export default defineCheck({
  id: 'azure-appservice-supported-php-version',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: WEB_APPS,

  title: 'Web apps should run a version of PHP that is still maintained',
  why: 'A version of PHP past its end of life gets no more security fixes.',
  harm: 'Known holes in the runtime stay open.',
  remedy: 'Move to a supported version of PHP.',
  links: [
    'https://www.php.net/supported-versions.php',
    'https://learn.microsoft.com/en-us/azure/app-service/configure-language-php',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#php_version',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0069', 'AZU-0069'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: '`azurerm_app_service` has `php_version` in `site_config`.' }],

  messages: {
    outdated: '`{address}` runs PHP {value}, which gets no more security fixes',
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
              php_version = "7.4"
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
            php_version = "8.3"
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
    const version = argumentOf(app, 'site_config.application_stack.php_version');
    const outdated = isOutdated(version, 'PHP');
    if (outdated === 'unknown') report.undetermined({ at: version });
    if (outdated === 'true') report.fail({ message: 'outdated', at: version });
  },
});
