import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { CONFIGURATION_TYPES, forbidOff } from './postgres-parameter.ts';

const NOT_OFF = forbidOff({ single: 'connection_throttling', flexible: 'connection_throttle.enable' });

export default defineCheck({
  id: 'azure-database-postgres-configuration-connection-throttling',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: [...CONFIGURATION_TYPES, 'azurerm_postgresql_flexible_server'],

  title: 'PostgreSQL servers should slow down clients whose logins fail',
  why: 'With this parameter a server slows down addresses from which too many logins failed. Single servers have it on, flexible servers have it off until it is set.',
  harm: 'Passwords can be guessed as fast as the network allows.',
  remedy: 'Set the parameter `connection_throttling` (`connection_throttle.enable` on flexible servers) to `on`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-server-parameters',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['azure-database-postgres-configuration-log-connection-throttling'],
    trivy: ['AVD-AZU-0021', 'AZU-0021'],
    checkov: ['CKV_AZURE_32'],
  },

  messages: {
    off: '`{address}` switches connection throttling off',
    missing: '`{address}` does not switch connection throttling on',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "connection_throttle.enable"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_flexible_server_configuration" "orders" {
          name      = "connection_throttle.enable"
          server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
          value     = "on"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "connection_throttling"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "off"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_postgresql_configuration" "orders" {
          name                = "connection_throttling"
          resource_group_name = "orders"
          server_name         = "orders"
          value               = "on"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_postgresql_flexible_server_configuration" "orders" {
        name      = "connection_throttle.enable"
        server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders"
        value     = "on"
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type !== 'azurerm_postgresql_flexible_server') {
      NOT_OFF(resource, report);
      return;
    }
    const related = resource.relatedTo('azurerm_postgresql_flexible_server_configuration', 'server_id');
    const isSet = anyOf(related.found.map((each) => each.attribute('name').equals('connection_throttle.enable', true)));
    if (isSet === 'true') return;
    if (isSet === 'unknown' || related.answer === 'unknown') report.undetermined({ at: resource });
    else report.fail({ message: 'missing', at: resource });
  },
});
