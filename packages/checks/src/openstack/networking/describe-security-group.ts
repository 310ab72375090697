import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';

export default defineCheck({
  id: 'openstack-networking-describe-security-group',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'openstack_networking_secgroup_v2',

  title: 'Security groups should have a description',
  why: 'A description tells later readers what a group is for. Without one, reviews and clean-ups are guesswork.',
  harm: 'Audits take longer, and groups that nobody needs stay open.',
  remedy: 'Write the purpose of the group into `description`.',
  links: [
    'https://docs.openstack.org/nova/latest/user/security-groups.html',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_v2#description',
  ],
  alsoKnownAs: {
    trivy: ['AVD-OPNSTK-0005', 'OPNSTK-0005'],
  },

  messages: {
    missing: '`{address}` has no description',
  },

  examples: () => [
    {
      bad: hcl`
        resource "openstack_networking_secgroup_v2" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "openstack_networking_secgroup_v2" "shop" {
        name        = "shop"
        description = "Web servers of the shop, behind its load balancer"
      }
    `,
  ],

  // No fix: the text has to say something.
  evaluate(group, report) {
    const description = group.attribute('description');
    const verdict = judgeDescription(description);
    if (verdict === 'unknown') report.undetermined({ at: description });
    if (verdict === 'missing') report.fail({ message: 'missing', at: description });
  },
});
