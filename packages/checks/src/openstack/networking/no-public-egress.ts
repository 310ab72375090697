import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenRemotes } from './open-remotes.ts';

export default defineCheck({
  id: 'openstack-networking-no-public-egress',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'openstack_networking_secgroup_rule_v2',

  title: 'Security groups should not allow traffic to the whole internet',
  why: 'An intruder on an instance fetches tools and sends data out over whatever the egress rules allow. A rule that names neither a range nor a group allows every destination.',
  harm: 'A compromised instance can send stolen data anywhere and take orders from outside.',
  remedy: 'Name the network that the instances need in `remote_ip_prefix`, or its group in `remote_group_id`.',
  links: [
    'https://docs.openstack.org/nova/latest/user/security-groups.html',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_rule_v2#remote_ip_prefix',
  ],
  alsoKnownAs: {
    trivy: ['AVD-OPNSTK-0004', 'OPNSTK-0004'],
  },

  messages: {
    world: '`{address}` allows traffic to everywhere (`{value}`)',
    public: '`{address}` allows traffic to the public range `{value}`',
    anyone: '`{address}` names no destination, so it allows traffic to everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "openstack_networking_secgroup_rule_v2" "mail" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "egress"
          ethertype         = "IPv4"
          protocol          = "tcp"
          port_range_min    = 25
          port_range_max    = 25
          remote_ip_prefix  = "0.0.0.0/0"
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "openstack_networking_secgroup_rule_v2" "partner" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "egress"
          ethertype         = "IPv4"
          protocol          = "tcp"
          port_range_min    = 443
          port_range_max    = 443
          remote_ip_prefix  = "203.0.113.0/24"
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        resource "openstack_networking_secgroup_rule_v2" "mail" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "egress"
          ethertype         = "IPv6"
          protocol          = "tcp"
          port_range_min    = 25
          port_range_max    = 25
        }
      `,
      expect: 'anyone',
    },
  ],
  good: () => [
    hcl`
      resource "openstack_networking_secgroup_rule_v2" "mail" {
        security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
        direction         = "egress"
        ethertype         = "IPv4"
        protocol          = "tcp"
        port_range_min    = 25
        port_range_max    = 25
        remote_ip_prefix  = "10.20.0.0/16"
      }
    `,
  ],

  evaluate: forbidOpenRemotes('egress'),
});
