import { defineCheck, hcl, judgeDescription } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-redshift-add-description-to-security-group',
  since: '1.0.0',
  severity: 'LOW',
  status: 'retired',
  reason: 'AWS closed EC2-Classic in 2022, and version 5 of the provider no longer has the resource.',
  resource: 'aws_redshift_security_group',

  title: 'Redshift security groups should have a description',
  why: 'A description tells later readers what a group is for. Terraform writes a standard text when none is given, which tells nothing.',
  harm: 'Reviewers cannot tell why the group is there, and leave access open that nobody needs.',
  remedy:
    'Move the cluster to a VPC and describe the `aws_security_group` there; in old code, write the purpose into `description`.',
  links: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html',
    'https://registry.terraform.io/providers/hashicorp/aws/4.67.0/docs/resources/redshift_security_group',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0083', 'AWS-0083'],
    checkov: ['CKV_AWS_23'],
  },
  sharedAliases: ['CKV_AWS_23'],
  providerFacts: [{ version: 'aws < 5', fact: 'The resource exists in 3 and 4 only.' }],

  messages: {
    missing: '`{address}` has no description',
    standard: '`{address}` has only the description that Terraform fills in',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_redshift_security_group" "reports" {
          name = "reports"

          ingress {
            cidr = "10.0.0.0/24"
          }
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_redshift_security_group" "reports" {
          name        = "reports"
          description = "Managed by Terraform"

          ingress {
            cidr = "10.0.0.0/24"
          }
        }
      `,
      expect: 'standard',
    },
  ],
  good: () => [
    hcl`
      resource "aws_redshift_security_group" "reports" {
        name        = "reports"
        description = "Clients of the nightly reports"

        ingress {
          cidr = "10.0.0.0/24"
        }
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
