import { defineCheck, edit, hcl, requireTrue } from '../../kit/index.ts';

const LEAST_DAYS = 365;

const IS_ON = requireTrue('retention_policy.enabled');

export default defineCheck({
  id: 'azure-monitor-activity-log-retention-set',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_monitor_log_profile',

  title: 'Activity logs should be kept for at least a year',
  why: 'The activity log shows who changed what in a subscription. Intrusions are often found months later, and the records of that time are needed then.',
  harm: 'The records are gone before an intrusion is found.',
  remedy: 'Set `enabled = true` and `days = 365` or more in `retention_policy`; 0 days mean for ever.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log',
    'https://registry.terraform.io/providers/hashicorp/azurerm/3.117.0/docs/resources/monitor_log_profile#retention_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0031', 'AZU-0031'],
    checkov: ['CKV_AZURE_37'],
  },
  providerFacts: [
    {
      version: 'azurerm >= 4',
      fact: '`azurerm_monitor_log_profile` is gone; diagnostic settings of the subscription take its place.',
    },
  ],

  messages: {
    missing: '`{address}` has no retention policy that is on',
    disabled: '`{address}` switches its retention policy off',
    short: '`{address}` keeps its records for {value} days, fewer than 365',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Action", "Delete", "Write"]
          locations          = ["global", "westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = true
            days    = 30
          }
        }
      `,
      expect: 'short',
      fixed: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Action", "Delete", "Write"]
          locations          = ["global", "westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = true
            days    = 365
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Action", "Delete", "Write"]
          locations          = ["global", "westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Action", "Delete", "Write"]
          locations          = ["global", "westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_monitor_log_profile" "activities" {
        name               = "activities"
        categories         = ["Action", "Delete", "Write"]
        locations          = ["global", "westeurope"]
        storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

        retention_policy {
          enabled = true
          days    = 365
        }
      }
    `,
    hcl`
      resource "azurerm_monitor_log_profile" "activities" {
        name               = "activities"
        categories         = ["Action", "Delete", "Write"]
        locations          = ["global", "westeurope"]
        storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

        retention_policy {
          enabled = true
          days    = 0
        }
      }
    `,
  ],

  evaluate(profile, report) {
    if (profile.attribute('retention_policy.enabled').truth() !== 'true') {
      IS_ON(profile, report);
      return;
    }
    const days = profile.attribute('retention_policy.days');
    // Azure keeps records with 0 days for ever.
    const isShort = days.compares((number) => number !== 0 && number < LEAST_DAYS);
    const fix = edit.setAttribute(profile, 'retention_policy.days', String(LEAST_DAYS));
    if (isShort === 'unknown') report.undetermined({ at: days });
    if (isShort === 'true') report.fail({ message: 'short', at: days, fix });
  },
});
