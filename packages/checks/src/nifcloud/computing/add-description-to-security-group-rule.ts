import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-computing-add-description-to-security-group-rule',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'nifcloud_security_group_rule',

  title: 'Rules of security groups should have a description',
  why: 'A description says who needs a rule and why. Without one, nobody dares to remove it.',
  harm: 'Audits take longer, and rules that nobody needs stay open.',
  remedy: 'Write the purpose of the rule into `description`.',
  links: [
    'https://pfs.nifcloud.com/help/fw/rule_new.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/security_group_rule#description',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0003', 'NIF-0003'],
  },

  messages: {
    missing: '`{address}` has no description',
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
          cidr_ip              = "203.0.113.7/32"
        }
      `,
      expect: 'missing',
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
        cidr_ip              = "203.0.113.7/32"
        description          = "SSH for the operators in the office"
      }
    `,
  ],

  // No fix: the text has to say something.
  evaluate(rule, report) {
    const description = rule.attribute('description');
    const verdict = judgeDescription(description);
    if (verdict === 'unknown') report.undetermined({ at: description });
    if (verdict === 'missing') report.fail({ message: 'missing', at: description });
  },
});
