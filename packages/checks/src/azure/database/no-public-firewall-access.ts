import { defineCheck, hcl, reachOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-database-no-public-firewall-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: [
    'azurerm_mssql_firewall_rule',
    'azurerm_sql_firewall_rule',
    'azurerm_mysql_firewall_rule',
    'azurerm_mariadb_firewall_rule',
    'azurerm_postgresql_firewall_rule',
    'azurerm_mysql_flexible_server_firewall_rule',
    'azurerm_postgresql_flexible_server_firewall_rule',
  ],

  title: 'Firewall rules of databases should not open public address ranges',
  why: 'A rule with a range of internet addresses lets everybody in that range try to log in to the database.',
  harm: 'The database can be attacked from the internet.',
  remedy: 'Allow single, known addresses or private ranges only.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_firewall_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server_firewall_rule',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0029', 'AZU-0029'],
  },

  messages: {
    world: '`{address}` lets the whole internet in ({start} to {end})',
    range: '`{address}` lets the public addresses {start} to {end} in',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_firewall_rule" "office" {
          name             = "office"
          server_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
          start_ip_address = "0.0.0.0"
          end_ip_address   = "255.255.255.255"
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "azurerm_mssql_firewall_rule" "office" {
          name             = "office"
          server_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
          start_ip_address = "203.0.113.0"
          end_ip_address   = "203.0.113.255"
        }
      `,
      expect: 'range',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_firewall_rule" "office" {
        name             = "office"
        server_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
        start_ip_address = "203.0.113.7"
        end_ip_address   = "203.0.113.7"
      }
    `,
    hcl`
      resource "azurerm_mssql_firewall_rule" "office" {
        name             = "office"
        server_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
        start_ip_address = "10.20.0.0"
        end_ip_address   = "10.20.255.255"
      }
    `,
    hcl`
      resource "azurerm_mssql_firewall_rule" "office" {
        name             = "office"
        server_id        = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/orders/providers/Microsoft.Sql/servers/orders"
        start_ip_address = "0.0.0.0"
        end_ip_address   = "0.0.0.0"
      }
    `,
  ],

  evaluate(rule, report) {
    const first = rule.attribute('start_ip_address');
    const last = rule.attribute('end_ip_address');
    const start = first.text();
    const end = last.text();
    if (start === undefined || end === undefined) {
      if (first.state === 'unknown' || last.state === 'unknown') {
        report.undetermined({ at: first.state === 'unknown' ? first : last });
      }
      return;
    }
    // 0.0.0.0 to 0.0.0.0 stands for all services in Azure and counts as a single address.
    const reach = reachOf(`${start}-${end}`);
    if (reach !== 'world' && reach !== 'public') return;
    report.fail({ message: reach === 'world' ? 'world' : 'range', at: first, values: { start, end } });
  },
});
