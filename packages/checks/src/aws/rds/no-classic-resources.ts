import { defineCheck, forbidResource, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-rds-no-classic-resources',
  since: '1.0.0',
  // CRITICAL in tfsec, when EC2-Classic was still there.
  severity: 'LOW',
  status: 'retired',
  reason: 'AWS closed EC2-Classic in 2022, and version 5 of the provider has none of these resources.',
  resource: ['aws_db_security_group', 'aws_elasticache_security_group'],

  title: 'Databases should not use security groups of EC2-Classic',
  why: 'EC2-Classic was one flat network that customers shared. Its security groups for databases and caches only work there. Databases belong into a VPC, where `aws_security_group` guards them.',
  harm: 'The resource cannot be created any more, and the code suggests protection that is not there.',
  remedy: 'Remove the resource, and attach an `aws_security_group` of the VPC to the database.',
  links: [
    'https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade',
  ],
  alsoKnownAs: {
    tfsec: ['AWS003'],
    trivy: ['AVD-AWS-0081', 'AWS-0081'],
  },
  // AWS003 was also about `aws_redshift_security_group`, which aws-redshift-no-classic-resources reports.
  sharedAliases: ['AWS003'],
  providerFacts: [{ version: 'aws < 5', fact: 'The resources exist in 3 and 4 only.' }],

  messages: {
    exists: '`{address}` belongs to EC2-Classic, which is closed',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_security_group" "orders" {
          name = "orders"

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
      resource "aws_security_group" "orders" {
        name        = "orders"
        description = "Database of the orders"
      }
    `,
  ],

  evaluate: forbidResource(),
});
