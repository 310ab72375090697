import { defineCheck, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-security-center-enable-standard-subscription',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_security_center_subscription_pricing',

  title: 'Defender for Cloud should use its standard tier',
  why: 'The standard tier watches resources and detects attacks. The free tier only gives advice.',
  harm: 'Attacks on the resources raise no alarm.',
  remedy: 'Set `tier` to `Standard`. It costs money.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/defender-for-cloud-introduction',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing#tier',
  ],
  alsoKnownAs: {
    tfsec: ['azure-securitycenter-enable-standard-subscription'],
    trivy: ['AVD-AZU-0045', 'AZU-0045'],
    checkov: ['CKV_AZURE_19'],
  },

  messages: {
    value: '`{address}` uses the free tier, which detects no attacks',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_subscription_pricing" "machines" {
          tier          = "Free"
          resource_type = "VirtualMachines"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "azurerm_security_center_subscription_pricing" "machines" {
          tier          = "Standard"
          resource_type = "VirtualMachines"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_security_center_subscription_pricing" "machines" {
        tier          = "Standard"
        resource_type = "VirtualMachines"
      }
    `,
  ],

  evaluate: forbidOneOf('tier', ['Free'], { fixTo: '"Standard"', caution: 'the standard tier costs money' }),
});
