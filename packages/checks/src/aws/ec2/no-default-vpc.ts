import { defineCheck, forbidResource, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-ec2-no-default-vpc',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_default_vpc',

  title: 'The default VPC should not be used',
  why: 'The default VPC has public subnets, an internet gateway and open network ACLs. What is placed there is easier to reach than in a network that was planned. Adopting it with Terraform suggests that it is used.',
  harm: 'Machines start in a network with weak defaults and public addresses.',
  remedy: 'Create an `aws_vpc` for the workload, and delete the default VPC.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_vpc',
  ],
  alsoKnownAs: {
    tfsec: ['AWS082', 'aws-vpc-no-default-vpc'],
    trivy: ['AVD-AWS-0101', 'AWS-0101'],
    checkov: ['CKV_AWS_148'],
  },
  providerFacts: [
    {
      version: 'aws 4',
      fact: '`force_destroy` deletes the default VPC when the resource is destroyed. As long as the resource is there the VPC is too, so the check reports it all the same.',
    },
  ],

  messages: {
    exists: '`{address}` adopts the default VPC',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_default_vpc" "default" {
          tags = {
            Name = "default"
          }
        }
      `,
      expect: 'exists',
    },
  ],
  good: () => [
    hcl`
      resource "aws_vpc" "shop" {
        cidr_block = "10.20.0.0/16"
      }
    `,
  ],

  evaluate: forbidResource(),
});
