import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-ec2-add-description-to-security-group',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_security_group',

  title: 'Security groups should have a description',
  why: 'A description tells later readers what a group is for. Without one, reviews and clean-ups are guesswork. Terraform writes a standard text when none is given, which tells nothing.',
  harm: 'Audits take longer, and groups that nobody needs stay open.',
  remedy: 'Write the purpose of the group into `description`. A later change of it replaces the group.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group#description',
  ],
  alsoKnownAs: {
    tfsec: ['AWS018', 'aws-vpc-add-description-to-security-group', 'aws-vpc-add-decription-to-security-group'],
    trivy: ['AVD-AWS-0099', 'AWS-0099'],
    checkov: ['CKV_AWS_23'],
  },
  sharedAliases: ['AWS018', 'CKV_AWS_23'],

  messages: {
    missing: '`{address}` has no description',
    standard: '`{address}` has only the description that Terraform fills in',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_security_group" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_security_group" "shop" {
          name        = "shop"
          description = "Managed by Terraform"
        }
      `,
      expect: 'standard',
    },
  ],
  good: () => [
    hcl`
      resource "aws_security_group" "shop" {
        name        = "shop"
        description = "Web servers of the shop, behind its load balancer"
      }
    `,
  ],

  // No fix: the text has to say something, and a change of it replaces the group.
  evaluate(group, report) {
    const description = group.attribute('description');
    const verdict = judgeDescription(description);
    if (verdict === 'unknown') report.undetermined({ at: description });
    if (verdict === 'missing' || verdict === 'standard') report.fail({ message: verdict, at: description });
  },
});
