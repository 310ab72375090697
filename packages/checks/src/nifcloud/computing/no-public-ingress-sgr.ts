import { defineCheck, forbidWorld, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-computing-no-public-ingress-sgr',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_security_group_rule',

  title: 'Security groups should not admit traffic from everywhere',
  why: 'A rule whose source is every address exposes its ports to scanners and attackers all over the world. Administration ports are found within minutes.',
  harm: 'Anyone on the internet can attack the servers behind the rule.',
  remedy: 'Name the addresses that need access in `cidr_ip`, or a group in `source_security_group_name`.',
  links: [
    'https://pfs.nifcloud.com/help/fw/rule_new.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/security_group_rule#cidr_ip',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0001', 'NIF-0001'],
  },

  messages: {
    world: '`{address}` admits traffic from everywhere (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_security_group_rule" "ssh" {
          security_group_names = ["shop"]
          type                 = "IN"
          from_port            = 22
          to_port              = 22
          protocol             = "TCP"
          cidr_ip              = "0.0.0.0/0"
        }
      `,
      expect: 'world',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_security_group_rule" "ssh" {
        security_group_names = ["shop"]
        type                 = "IN"
        from_port            = 22
        to_port              = 22
        protocol             = "TCP"
        cidr_ip              = "203.0.113.0/24"
      }
    `,
  ],

  evaluate(rule, report) {
    const direction = rule.attribute('type');
    // The provider takes a rule without a type for an incoming one.
    switch (direction.equals('OUT')) {
      case 'true':
        return;
      case 'false':
      case 'absent':
        forbidOpenSource(rule, report);
        return;
      case 'unknown':
        // Only what is wrong in one direction is undecided.
        forbidOpenSource(rule, { ...report, fail: () => report.undetermined({ at: direction }) });
        return;
    }
  },
});

const forbidOpenSource = forbidWorld('cidr_ip');
