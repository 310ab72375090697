import { anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';

const CATEGORIES: readonly string[] = ['Action', 'Delete', 'Write'];

export default defineCheck({
  id: 'azure-monitor-capture-all-activities',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_monitor_log_profile',

  title: 'Activity logs should hold every category',
  why: 'A log profile records the categories it lists. What is left out of `Action`, `Delete` and `Write` leaves no trace.',
  harm: 'Some changes of the subscription leave no record.',
  remedy: 'List `Action`, `Delete` and `Write` in `categories`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log',
    'https://registry.terraform.io/providers/hashicorp/azurerm/3.117.0/docs/resources/monitor_log_profile#categories',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0033', 'AZU-0033'],
    checkov: ['CKV_AZURE_38'],
  },
  providerFacts: [
    {
      version: 'azurerm >= 4',
      fact: '`azurerm_monitor_log_profile` is gone; diagnostic settings of the subscription take its place.',
    },
  ],

  messages: {
    missing: '`{address}` does not record {categories}',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Write"]
          locations          = ["global", "westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = true
            days    = 365
          }
        }
      `,
      expect: 'missing',
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
  ],

  evaluate(profile, report) {
    const listed = profile.attribute('categories');
    const missing = CATEGORIES.filter(
      (name) => anyOf(listed.items().map((item) => item.equals(name, true))) !== 'true',
    );
    if (missing.length === 0) return;
    if (listed.hasUnknownItems) {
      report.undetermined({ at: listed });
      return;
    }
    const all = CATEGORIES.map((name) => JSON.stringify(name)).join(', ');
    const categories = missing.map((name) => `\`${name}\``).join(' and ');
    const fix = edit.setAttribute(profile, 'categories', `[${all}]`);
    report.fail({ message: 'missing', at: listed, fix, values: { categories } });
  },
});
