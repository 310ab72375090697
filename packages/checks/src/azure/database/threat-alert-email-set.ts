import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { alertPoliciesOf, POLICY_TYPES } from './alert-policies.ts';

export default defineCheck({
  id: 'azure-database-threat-alert-email-set',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: POLICY_TYPES,

  title: 'SQL threat alerts should go to somebody',
  why: 'An alert helps only when somebody receives it. A policy without addresses writes alerts that nobody is told about.',
  harm: 'Nobody learns of a detected attack.',
  remedy: 'List at least one address in `email_addresses`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy#email_addresses',
  ],
  alsoKnownAs: {
    tfsec: ['azure-mssql-threat-alert-email-set'],
    trivy: ['AVD-AZU-0018', 'AZU-0018'],
    checkov: ['CKV_AZURE_26'],
  },

  messages: {
    missing: '`{address}` sends its alerts to no address',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
          email_addresses     = []
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server_security_alert_policy" "orders" {
        resource_group_name = "orders"
        server_name         = "orders"
        state               = "Enabled"
        email_addresses     = ["security@example.com"]
      }
    `,
  ],

  evaluate(resource, report) {
    for (const policy of alertPoliciesOf(resource)) {
      const addresses = policy.attribute('email_addresses');
      const hasSome = anyOf(addresses.items().map((address) => address.isSet()));
      if (hasSome === 'true') continue;
      if (addresses.hasUnknownItems) report.undetermined({ at: addresses });
      else report.fail({ message: 'missing', at: addresses });
    }
  },
});
