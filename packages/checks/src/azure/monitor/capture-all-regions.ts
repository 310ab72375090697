import type { AttributeView, ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';

/** Messages name no more regions than this. */
const MAX_NAMED = 5;

export default defineCheck({
  id: 'azure-monitor-capture-all-regions',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_monitor_log_profile',

  title: 'Activity logs should hold every region in use',
  why: 'A log profile records the regions it lists. Activities without a region belong to `global`; what happens in a region that is left out leaves no trace.',
  harm: 'An intruder can work unseen in a region that is not recorded.',
  remedy: 'List `global` and all regions of your resources in `locations`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log',
    'https://registry.terraform.io/providers/hashicorp/azurerm/3.117.0/docs/resources/monitor_log_profile#locations',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0032', 'AZU-0032'],
  },
  providerFacts: [
    {
      version: 'azurerm >= 4',
      fact: '`azurerm_monitor_log_profile` is gone; diagnostic settings of the subscription take its place.',
    },
  ],

  messages: {
    missing: '`{address}` does not record {locations}',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_monitor_log_profile" "activities" {
          name               = "activities"
          categories         = ["Action", "Delete", "Write"]
          locations          = ["westeurope"]
          storage_account_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/activities"

          retention_policy {
            enabled = true
            days    = 365
          }
        }
      `,
      expect: 'missing',
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
    const listed = profile.attribute('locations');
    const isListed = (region: string): boolean => listed.items().some((item) => isRegion(item, region));
    // tfsec and Trivy ask for a fixed list of 68 names of 2021, among them some that customers cannot use.
    const missing = ['global', ...regionsInUse(profile)].filter((region) => !isListed(region));
    if (missing.length === 0) return;
    if (listed.hasUnknownItems) {
      report.undetermined({ at: listed });
      return;
    }
    const named = missing
      .slice(0, MAX_NAMED)
      .map((region) => `\`${region}\``)
      .join(', ');
    const rest = missing.length - MAX_NAMED;
    report.fail({
      message: 'missing',
      at: listed,
      values: { locations: rest > 0 ? `${named} and ${rest} more` : named },
    });
  },
});

/** `West Europe` and `westeurope` are one region. */
function normalise(region: string): string {
  return region.toLowerCase().replaceAll(' ', '');
}

function isRegion(item: AttributeView, region: string): boolean {
  return item.matches((text) => normalise(text) === region) === 'true';
}

function regionsInUse(profile: ResourceView): readonly string[] {
  const regions = new Set<string>();
  for (const resource of profile.estate.resources('*')) {
    if (!resource.type.startsWith('azurerm_') || !resource.attributeNames.includes('location')) continue;
    const region = resource.attribute('location').text();
    if (region !== undefined) regions.add(normalise(region));
  }
  return [...regions].toSorted();
}
