import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-ec2-require-vpc-flow-logs-for-all-vpcs',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['aws_vpc', 'aws_default_vpc'],

  title: 'Every VPC should have flow logs',
  why: 'Flow logs record which connections of a network were made and which were refused. Scans, break-ins and stolen data show in them, and an investigation has little else to start from. AWS records none unless asked.',
  harm: 'Attacks on the network leave no record.',
  remedy: 'Add an `aws_flow_log` with the `vpc_id` of the VPC and `traffic_type` `ALL` or `REJECT`.',
  links: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0178', 'AWS-0178'],
    checkov: ['CKV2_AWS_11'],
  },

  messages: {
    missing: '`{address}` has no flow logs',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_vpc" "shop" {
          cidr_block = "10.20.0.0/16"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_vpc" "shop" {
        cidr_block = "10.20.0.0/16"
      }

      resource "aws_flow_log" "shop" {
        vpc_id               = aws_vpc.shop.id
        traffic_type         = "ALL"
        log_destination_type = "s3"
        log_destination      = "arn:aws:s3:::flow-logs"
      }
    `,
  ],

  // Logs of single subnets or interfaces do not make up for those of the VPC. No fix: a log needs a destination.
  evaluate(vpc, report) {
    const { answer } = vpc.relatedTo('aws_flow_log', 'vpc_id');
    if (answer === 'unknown') report.undetermined({ at: vpc });
    if (answer === 'false') report.fail({ message: 'missing', at: vpc });
  },
});
