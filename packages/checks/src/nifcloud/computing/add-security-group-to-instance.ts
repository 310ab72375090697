import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-computing-add-security-group-to-instance',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_instance',

  title: 'Servers should have a security group',
  why: 'A security group decides which traffic reaches a server. Without one nothing is filtered.',
  harm: 'Anyone on the internet can reach every port of the server.',
  remedy: 'Name a group in `security_group`, with rules for the traffic that is needed.',
  links: [
    'https://pfs.nifcloud.com/help/server/change_fw.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/instance#security_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0004', 'NIF-0004'],
  },

  messages: {
    missing: '`{address}` has no security group, so nothing filters its traffic',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_instance" "shop" {
          image_id = "221"

          network_interface {
            network_id = "net-COMMON_GLOBAL"
          }
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_security_group" "shop" {
        group_name        = "shop"
        availability_zone = "east-11"
        description       = "Traffic of the shop"
      }

      resource "nifcloud_instance" "shop" {
        security_group = nifcloud_security_group.shop.group_name
        image_id       = "221"

        network_interface {
          network_id = "net-COMMON_GLOBAL"
        }
      }
    `,
  ],

  // Which group is right cannot be guessed: no fix.
  evaluate: requireSet('security_group'),
});
