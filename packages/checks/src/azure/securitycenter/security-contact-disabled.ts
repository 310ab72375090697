import { allOf, defineCheck, hcl, not } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-securitycenter-security-contact-disabled',
  since: '1.0.0',
  status: 'retired',
  reason:
    'azurerm has no argument that switches a contact off. What comes nearest is reported by `azure-security-center-alert-on-severe-notifications` and `azure-securitycenter-email-alerts-disabled`.',
  severity: 'HIGH',
  resource: 'azurerm_security_center_contact',

  title: 'Security contacts should be told about something',
  why: 'Templates of Azure Resource Manager can switch a contact off. azurerm cannot, but a contact for which both kinds of alert are off is as silent.',
  harm: 'Notifications are lost.',
  remedy: 'Set `alert_notifications` and `alerts_to_admins` to `true`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0064', 'AZU-0064'],
  },

  messages: {
    disabled: '`{address}` tells nobody about anything',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_security_center_contact" "default" {
          name                = "default"
          email               = "security@example.com"
          alert_notifications = false
          alerts_to_admins    = false
        }
      `,
      expect: 'disabled',
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
    hcl`
      resource "azurerm_security_center_contact" "default" {
        name                = "default"
        email               = "security@example.com"
        alert_notifications = true
        alerts_to_admins    = false
      }
    `,
  ],

  evaluate(contact, report) {
    const switches = ['alert_notifications', 'alerts_to_admins'].map((name) => contact.attribute(name).truth());
    const isSilent = allOf(switches.map(not));
    if (isSilent === 'unknown') report.undetermined({ at: contact });
    if (isSilent === 'true') report.fail({ message: 'disabled', at: contact });
  },
});
