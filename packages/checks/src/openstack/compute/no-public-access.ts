import type { AttributeView } from '../../kit/index.ts';
import { defineCheck, hcl, reachOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'openstack-compute-no-public-access',
  since: '1.0.0',
  severity: 'MEDIUM',
  // Version 1 is gone from OpenStack and from openstack 3; tfsec and Trivy read only that one.
  resource: ['openstack_fw_rule_v1', 'openstack_fw_rule_v2'],

  title: 'Firewall rules should not allow traffic from or to public addresses',
  why: 'A rule that allows traffic without an address on both sides, or with a public one, lets the internet through the firewall.',
  harm: 'Machines behind the firewall can be attacked from the internet, or send stolen data out.',
  remedy: 'Set `source_ip_address` and `destination_ip_address` to the private ranges that need to talk to each other.',
  links: [
    'https://docs.openstack.org/neutron/latest/admin/fwaas.html',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/fw_rule_v2',
  ],
  alsoKnownAs: {
    tfsec: ['openstack-fw-no-public-access'],
    trivy: ['AVD-OPNSTK-0002', 'OPNSTK-0002'],
  },
  providerFacts: [
    { version: 'openstack < 3', fact: 'The resource of the old service is `openstack_fw_rule_v1`; both are read.' },
  ],

  messages: {
    anySource: '`{address}` allows traffic from any address',
    anyDestination: '`{address}` allows traffic to any address',
    publicSource: '`{address}` allows traffic from the public address `{value}`',
    publicDestination: '`{address}` allows traffic to the public address `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "openstack_fw_rule_v2" "web" {
          action           = "allow"
          protocol         = "tcp"
          destination_port = "443"
        }
      `,
      expect: ['anyDestination', 'anySource'],
    },
    {
      bad: hcl`
        resource "openstack_fw_rule_v2" "web" {
          action                 = "allow"
          protocol               = "tcp"
          source_ip_address      = "203.0.113.7"
          destination_ip_address = "10.20.0.0/24"
          destination_port       = "443"
        }
      `,
      expect: 'publicSource',
    },
    {
      bad: hcl`
        resource "openstack_fw_rule_v1" "mail" {
          action                 = "allow"
          protocol               = "tcp"
          source_ip_address      = "10.20.0.0/24"
          destination_ip_address = "0.0.0.0/0"
          destination_port       = "25"
        }
      `,
      expect: 'publicDestination',
    },
  ],
  good: () => [
    hcl`
      resource "openstack_fw_rule_v2" "web" {
        action                 = "allow"
        protocol               = "tcp"
        source_ip_address      = "10.20.0.0/24"
        destination_ip_address = "10.30.0.0/24"
        destination_port       = "443"
      }
    `,
    hcl`
      resource "openstack_fw_rule_v2" "closed" {
        action   = "deny"
        protocol = "tcp"
      }
    `,
  ],

  evaluate(rule, report) {
    const action = rule.attribute('action');
    const enabled = rule.attribute('enabled');
    const allows = action.equals('allow', true);
    // A rule of version 2 without an action denies; one without `enabled` is on.
    if (allows === 'false' || allows === 'absent' || enabled.truth() === 'false') return;
    const undecided = allows === 'unknown' ? action : enabled;
    for (const side of SIDES) {
      const address = rule.attribute(side.attribute);
      const verdict = judge(address);
      if (verdict === 'private') continue;
      if (verdict === 'unknown') report.undetermined({ at: address });
      else if (undecided.state === 'unknown') report.undetermined({ at: undecided });
      else report.fail({ message: verdict === 'any' ? side.any : side.public, at: address });
    }
  },
});

const SIDES = [
  { attribute: 'source_ip_address', any: 'anySource', public: 'publicSource' },
  { attribute: 'destination_ip_address', any: 'anyDestination', public: 'publicDestination' },
] as const;

/** No address is every address; one public address is as public as a range. */
function judge(address: AttributeView): 'any' | 'public' | 'private' | 'unknown' {
  switch (address.matches((text) => text.trim() === '')) {
    case 'absent':
    case 'true':
      return 'any';
    case 'unknown':
      return 'unknown';
    case 'false': {
      const reach = reachOf(address.text() ?? '');
      return reach === undefined || reach === 'private' ? 'private' : 'public';
    }
  }
}
