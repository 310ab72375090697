import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-network-add-security-group-to-router',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_router',

  title: 'Routers should have a security group',
  why: 'A security group decides which traffic reaches a router. Without one nothing is filtered.',
  harm: 'Anyone on the internet can reach every port of the router.',
  remedy: 'Name a group in `security_group`, with rules for the traffic that is needed.',
  links: [
    'https://pfs.nifcloud.com/help/router/change.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/router#security_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0016', 'NIF-0016', 'nifcloud-computing-add-security-group-to-router'],
  },

  messages: {
    missing: '`{address}` has no security group, so nothing filters its traffic',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_router" "shop" {
          name = "shop"

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

      resource "nifcloud_router" "shop" {
        security_group = nifcloud_security_group.shop.group_name
        name           = "shop"

        network_interface {
          network_id = "net-COMMON_GLOBAL"
        }
      }
    `,
  ],

  // Which group is right cannot be guessed: no fix.
  evaluate: requireSet('security_group'),
});
