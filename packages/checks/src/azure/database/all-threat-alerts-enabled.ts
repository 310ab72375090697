import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { alertPoliciesOf, POLICY_TYPES } from './alert-policies.ts';

export default defineCheck({
  id: 'azure-database-all-threat-alerts-enabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: POLICY_TYPES,

  title: 'No kind of SQL threat alert should be switched off',
  why: 'Azure knows several kinds of attacks on SQL servers. For every kind in `disabled_alerts` nobody hears of an attack, and a policy with the state `Disabled` raises no alarm at all.',
  harm: 'Some attacks raise no alarm.',
  remedy: 'Remove `disabled_alerts` and set `state` to `Enabled`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-overview',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy#disabled_alerts',
  ],
  alsoKnownAs: {
    tfsec: ['azure-mssql-all-threat-alerts-enabled'],
    trivy: ['AVD-AZU-0028', 'AZU-0028'],
    checkov: ['CKV_AZURE_25'],
  },

  messages: {
    disabled: '`{address}` switches some threat alerts off',
    off: '`{address}` is switched off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
          disabled_alerts     = ["Sql_Injection", "Data_Exfiltration"]
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Disabled"
        }
      `,
      expect: 'off',
      fixed: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server_security_alert_policy" "orders" {
        resource_group_name = "orders"
        server_name         = "orders"
        state               = "Enabled"
      }
    `,
    hcl`
      resource "azurerm_mssql_server_security_alert_policy" "orders" {
        resource_group_name = "orders"
        server_name         = "orders"
        state               = "Enabled"
        disabled_alerts     = []
      }
    `,
  ],

  evaluate(resource, report) {
    for (const policy of alertPoliciesOf(resource)) {
      const state = policy.attribute('state');
      const isOff = state.equals('Disabled', true);
      if (isOff === 'true')
        report.fail({ message: 'off', at: state, fix: edit.setAttribute(policy, 'state', '"Enabled"') });
      if (isOff === 'unknown') report.undetermined({ at: state });
      const alerts = policy.attribute('disabled_alerts');
      const isSet = alerts.isSet();
      if (isSet === 'unknown') report.undetermined({ at: alerts });
      if (isSet === 'true') {
        report.fail({ message: 'disabled', at: alerts, fix: edit.removeAttribute(policy, 'disabled_alerts') });
      }
    }
  },
});
