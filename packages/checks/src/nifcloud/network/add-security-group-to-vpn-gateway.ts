import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-network-add-security-group-to-vpn-gateway',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_vpn_gateway',

  title: 'VPN gateways should have a security group',
  why: 'A security group decides which traffic reaches a VPN gateway. Without one nothing is filtered.',
  harm: 'Anyone on the internet can reach every port of the VPN gateway.',
  remedy: 'Name a group in `security_group`, with rules for the traffic that is needed.',
  links: [
    'https://pfs.nifcloud.com/help/vpngw/change.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/vpn_gateway#security_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0018', 'NIF-0018', 'nifcloud-computing-add-security-group-to-vpn-gateway'],
  },

  messages: {
    missing: '`{address}` has no security group, so nothing filters its traffic',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_vpn_gateway" "shop" {
          name       = "shop"
          network_id = "net-0123456789"
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

      resource "nifcloud_vpn_gateway" "shop" {
        security_group = nifcloud_security_group.shop.group_name
        name           = "shop"
        network_id     = "net-0123456789"
      }
    `,
  ],

  // Which group is right cannot be guessed: no fix.
  evaluate: requireSet('security_group'),
});
