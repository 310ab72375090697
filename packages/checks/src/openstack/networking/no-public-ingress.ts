import { defineCheck, hcl } from '../../kit/index.ts';
import { forbidOpenRemotes } from './open-remotes.ts';

export default defineCheck({
  id: 'openstack-networking-no-public-ingress',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'openstack_networking_secgroup_rule_v2',

  title: 'Security groups should not admit traffic from the internet',
  why: 'A rule whose source is a public range exposes its ports to scanners and attackers all over the world. A rule that names neither a range nor a group admits everybody.',
  harm: 'Anyone on the internet can attack the instances behind the rule.',
  remedy: 'Name the network that needs access in `remote_ip_prefix`, or its group in `remote_group_id`.',
  links: [
    'https://docs.openstack.org/nova/latest/user/security-groups.html',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_rule_v2#remote_ip_prefix',
  ],
  alsoKnownAs: {
    trivy: ['AVD-OPNSTK-0003', 'OPNSTK-0003'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
    public: '`{address}` admits traffic from the public range `{value}`',
    anyone: '`{address}` names no source, so it admits traffic from everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "openstack_networking_secgroup_rule_v2" "ssh" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "ingress"
          ethertype         = "IPv4"
          protocol          = "tcp"
          port_range_min    = 22
          port_range_max    = 22
          remote_ip_prefix  = "0.0.0.0/0"
        }
      `,
      expect: 'world',
    },
    {
      bad: hcl`
        resource "openstack_networking_secgroup_rule_v2" "office" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "ingress"
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
        resource "openstack_networking_secgroup_rule_v2" "ssh" {
          security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
          direction         = "ingress"
          ethertype         = "IPv6"
          protocol          = "tcp"
          port_range_min    = 22
          port_range_max    = 22
        }
      `,
      expect: 'anyone',
    },
  ],
  good: () => [
    hcl`
      resource "openstack_networking_secgroup_rule_v2" "ssh" {
        security_group_id = "5c19b4b1-6b9d-4b0f-8f6b-8c7a1d6f6a55"
        direction         = "ingress"
        ethertype         = "IPv4"
        protocol          = "tcp"
        port_range_min    = 22
        port_range_max    = 22
        remote_ip_prefix  = "10.20.0.0/16"
      }
    `,
  ],

  evaluate: forbidOpenRemotes('ingress'),
});
