import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { byAnyName } from '../renames.ts';
import { alertPoliciesOf, POLICY_TYPES } from './alert-policies.ts';

const ALERTS_OWNERS = byAnyName('email_account_admins_enabled', (name) => requireTrue(name));

export default defineCheck({
  id: 'azure-database-threat-alert-email-to-owner',
  since: '1.0.0',
  severity: 'LOW',
  resource: POLICY_TYPES,

  title: 'SQL threat alerts should also go to the owners of the subscription',
  why: 'Owners have the power to act on an attack. Without this switch only the listed addresses hear of one.',
  harm: 'Those who can act learn of an attack late.',
  remedy: 'Set `email_account_admins_enabled` (`email_account_admins` before azurerm 5) to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy#email_account_admins',
  ],
  alsoKnownAs: {
    tfsec: ['azure-mssql-threat-alert-email-to-owner'],
    trivy: ['AVD-AZU-0023', 'AZU-0023'],
    checkov: ['CKV_AZURE_27'],
  },
  providerFacts: [{ version: 'azurerm < 5', fact: 'The argument is called `email_account_admins`; both are read.' }],

  messages: {
    missing: '`{address}` does not alert the owners of the subscription',
    disabled: '`{address}` does not want the owners of the subscription to be alerted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name = "orders"
          server_name         = "orders"
          state               = "Enabled"
          email_addresses     = ["security@example.com"]
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name          = "orders"
          server_name                  = "orders"
          state                        = "Enabled"
          email_addresses              = ["security@example.com"]
          email_account_admins_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name  = "orders"
          server_name          = "orders"
          state                = "Enabled"
          email_account_admins = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_mssql_server_security_alert_policy" "orders" {
          resource_group_name  = "orders"
          server_name          = "orders"
          state                = "Enabled"
          email_account_admins = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_mssql_server_security_alert_policy" "orders" {
        resource_group_name  = "orders"
        server_name          = "orders"
        state                = "Enabled"
        email_account_admins = true
      }
    `,
    hcl`
      resource "azurerm_mssql_server_security_alert_policy" "orders" {
        resource_group_name          = "orders"
        server_name                  = "orders"
        state                        = "Enabled"
        email_account_admins_enabled = true
      }
    `,
  ],

  evaluate(resource, report) {
    for (const policy of alertPoliciesOf(resource)) ALERTS_OWNERS(policy, report);
  },
});
