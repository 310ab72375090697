import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-securitycenter-security-contact-email',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_security_center_contact',

  title: 'Security contacts should have an email address',
  why: 'Defender for Cloud tells the contact of a subscription about incidents by mail.',
  harm: 'Incidents are noticed late.',
  remedy: 'Set `email` to an address that somebody reads.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact#email',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0062', 'AZU-0062'],
    checkov: ['CKV_AZURE_131'],
  },

  messages: {
    missing: '`{address}` has no email address',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = ""
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
        alert_notifications = true
        alerts_to_admins    = true
      }
    `,
  ],

  evaluate: requireSet('email'),
});
