import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-nas-add-description-to-nas-security-group',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'nifcloud_nas_security_group',

  title: 'Security groups of NAS should have a description',
  why: 'A description tells later readers what a group is for. Without one, reviews and clean-ups are guesswork. `Managed by Terraform` tells them nothing.',
  harm: 'Audits take longer, and groups that nobody needs stay open.',
  remedy: 'Write the purpose of the group into `description`.',
  links: [
    'https://pfs.nifcloud.com/help/nas/fw_new.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/nas_security_group#description',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0015', 'NIF-0015'],
  },

  messages: {
    missing: '`{address}` has no description',
    standard: '`{address}` has only the standard text `Managed by Terraform` as its description',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_nas_security_group" "shop" {
          group_name        = "shop"
          availability_zone = "east-11"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "nifcloud_nas_security_group" "shop" {
          group_name        = "shop"
          availability_zone = "east-11"
          description       = "Managed by Terraform"
        }
      `,
      expect: 'standard',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_nas_security_group" "shop" {
        group_name        = "shop"
        availability_zone = "east-11"
        description       = "Servers of the shop"
      }
    `,
  ],

  // No fix: the text has to say something.
  evaluate(group, report) {
    const description = group.attribute('description');
    const verdict = judgeDescription(description);
    if (verdict === 'unknown') report.undetermined({ at: description });
    if (verdict === 'missing' || verdict === 'standard') report.fail({ message: verdict, at: description });
  },
});
