import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-securitycenter-email-alerts-disabled',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_security_center_contact',

  title: 'Administrators of a subscription should be told about security alerts',
  why: 'Administrators have the power to act on an alert of Defender for Cloud. Whether the contact itself is told is the concern of `azure-security-center-alert-on-severe-notifications`.',
  harm: 'Alerts do not reach the people who can act.',
  remedy: 'Set `alerts_to_admins` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact#alerts_to_admins',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0063', 'AZU-0063'],
    checkov: ['CKV_AZURE_21', 'CKV_AZURE_22'],
  },
  sharedAliases: ['CKV_AZURE_21'],

  messages: {
    missing: '`{address}` does not say that administrators are told',
    disabled: '`{address}` does not tell the administrators about alerts',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = "security@example.com"
          alert_notifications = true
          alerts_to_admins    = false
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

  // Trivy asks for `alert_notifications` here too; one finding for one mistake is enough.
  evaluate: requireTrue('alerts_to_admins'),
});
