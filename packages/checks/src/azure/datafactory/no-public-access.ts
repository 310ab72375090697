import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-datafactory-no-public-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'azurerm_data_factory',

  title: 'Data factories should not have a public endpoint',
  why: 'A data factory is reachable from the internet unless that is switched off. Private endpoints keep its traffic inside the virtual network.',
  harm: 'The factory can be reached from the internet.',
  remedy: 'Set `public_network_enabled` to `false`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/data-factory/data-factory-private-link',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory#public_network_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AZU025'],
    trivy: ['AVD-AZU-0035', 'AZU-0035'],
    checkov: ['CKV_AZURE_104'],
  },

  messages: {
    missing: '`{address}` does not switch its public endpoint off',
    enabled: '`{address}` has a public endpoint',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_data_factory" "orders" {
          name                = "orders"
          resource_group_name = "orders"
          location            = "westeurope"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "azurerm_data_factory" "orders" {
          name                   = "orders"
          resource_group_name    = "orders"
          location               = "westeurope"
          public_network_enabled = false
        }
      `,
    },
    {
      bad: hcl`
        resource "azurerm_data_factory" "orders" {
          name                   = "orders"
          resource_group_name    = "orders"
          location               = "westeurope"
          public_network_enabled = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "azurerm_data_factory" "orders" {
          name                   = "orders"
          resource_group_name    = "orders"
          location               = "westeurope"
          public_network_enabled = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_data_factory" "orders" {
        name                   = "orders"
        resource_group_name    = "orders"
        location               = "westeurope"
        public_network_enabled = false
      }
    `,
  ],

  evaluate(factory, report) {
    const access = factory.attribute('public_network_enabled');
    const truth = access.truth();
    if (truth === 'false') return;
    if (truth === 'unknown') {
      report.undetermined({ at: access });
      return;
    }
    const fix = edit.setAttribute(factory, 'public_network_enabled', 'false');
    const caution = 'clients outside private networks are cut off';
    report.fail({ message: truth === 'true' ? 'enabled' : 'missing', at: access, fix: edit.withCaution(fix, caution) });
  },
});
