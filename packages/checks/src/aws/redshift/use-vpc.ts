import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-redshift-use-vpc',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_redshift_cluster',

  title: 'Redshift clusters should be placed in subnets of your choice',
  why: 'A cluster without a subnet group lands in the default VPC of the account, whose subnets are public and whose rules are wide. A subnet group puts it into a network that was planned for data.',
  harm: 'The cluster shares a network with whatever else landed in the default VPC, and is easier to reach.',
  remedy:
    'Create an `aws_redshift_subnet_group` with private subnets, and name it in `cluster_subnet_group_name`. It replaces an existing cluster.',
  links: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster#cluster_subnet_group_name',
  ],
  alsoKnownAs: {
    tfsec: ['AWS087', 'aws-redshift-non-default-vpc-deployment'],
    trivy: ['AVD-AWS-0127', 'AWS-0127'],
    checkov: ['CKV_AWS_154'],
  },

  messages: {
    missing: '`{address}` names no `cluster_subnet_group_name`, so it lands in the default VPC',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_redshift_cluster" "reports" {
          cluster_identifier = "reports"
          node_type          = "ra3.xlplus"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_redshift_subnet_group" "reports" {
        name       = "reports"
        subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"]
      }

      resource "aws_redshift_cluster" "reports" {
        cluster_identifier        = "reports"
        node_type                 = "ra3.xlplus"
        cluster_subnet_group_name = aws_redshift_subnet_group.reports.name
      }
    `,
  ],

  evaluate: requireSet('cluster_subnet_group_name'),
});
