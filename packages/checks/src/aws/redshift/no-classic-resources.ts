import { defineCheck, forbidResource, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-redshift-no-classic-resources',
  since: '1.0.0',
  // CRITICAL in tfsec, when EC2-Classic was still there.
  severity: 'LOW',
  status: 'retired',
  reason: 'AWS closed EC2-Classic in 2022, and version 5 of the provider no longer has the resource.',
  resource: 'aws_redshift_security_group',

  title: 'Redshift should not use security groups of EC2-Classic',
  why: 'EC2-Classic was one flat network that customers shared, and a Redshift security group only works there. Clusters belong into a VPC, where `aws_security_group` guards them.',
  harm: 'The resource cannot be created any more, and the code suggests protection that is not there.',
  remedy: 'Remove the resource, and attach an `aws_security_group` of the VPC to the cluster.',
  links: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
    'https://registry.terraform.io/providers/hashicorp/aws/4.67.0/docs/resources/redshift_security_group',
  ],
  alsoKnownAs: {
    tfsec: ['AWS003'],
    trivy: ['AVD-AWS-0085', 'AWS-0085'],
  },
  sharedAliases: ['AWS003'],
  providerFacts: [{ version: 'aws < 5', fact: 'The resource exists in 3 and 4 only.' }],

  messages: {
    exists: '`{address}` belongs to EC2-Classic, which is closed',
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
      expect: 'exists',
    },
  ],
  good: () => [
    hcl`
      resource "aws_security_group" "reports" {
        name        = "reports"
        description = "Clients of the nightly reports"
      }
    `,
  ],

  evaluate: forbidResource(),
});
