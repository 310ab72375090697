import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-security-center-alert-on-severe-notifications',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_security_center_contact',

  title: 'Security contacts should be told about severe alerts',
  why: 'Defender for Cloud writes to the contact of a subscription when it raises a severe alert, if the contact wants that.',
  harm: 'Severe alerts are noticed late or never.',
  remedy: 'Set `alert_notifications` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact#alert_notifications',
  ],
  alsoKnownAs: {
    tfsec: ['azure-securitycenter-alert-on-severe-notifications'],
    trivy: ['AVD-AZU-0044', 'AZU-0044'],
    checkov: ['CKV_AZURE_21'],
  },
  sharedAliases: ['CKV_AZURE_21'],

  messages: {
    missing: '`{address}` does not ask for alerts',
    disabled: '`{address}` is not told about alerts',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = "security@example.com"
          alert_notifications = false
          alerts_to_admins    = true
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = "security@example.com"
          alert_notifications = true
          alerts_to_admins    = true
        }
      `,
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

  evaluate: requireTrue('alert_notifications'),
});
