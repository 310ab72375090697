import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-security-center-set-required-contact-details',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'azurerm_security_center_contact',

  title: 'Security contacts should have a phone number',
  why: 'With a phone number Microsoft can reach the contact at once when something serious happens.',
  harm: 'The contact is reached late.',
  remedy: 'Set `phone`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact#phone',
  ],
  alsoKnownAs: {
    tfsec: ['azure-securitycenter-set-required-contact-details'],
    trivy: ['AVD-AZU-0046', 'AZU-0046'],
    checkov: ['CKV_AZURE_20'],
  },

  messages: {
    missing: '`{address}` has no phone number',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = "security@example.com"
          alert_notifications = true
          alerts_to_admins    = true
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_security_center_contact" "default" {
        name                = "default"
        email               = "security@example.com"
        phone               = "+49-555-0100"
        alert_notifications = true
        alerts_to_admins    = true
      }
    `,
  ],

  evaluate: requireSet('phone'),
});
