import { defineCheck, hcl } from '../../kit/index.ts';
import { requireEncryption } from './disk-encryption.ts';

export default defineCheck({
  id: 'aws-ec2-enable-volume-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_ebs_volume',

  title: 'EBS volumes should be encrypted',
  why: 'An EBS volume is encrypted when the code asks for it, when it is made from an encrypted snapshot, or when the account encrypts by default. Encryption covers the disk, its traffic and its snapshots, and cannot be added later in place.',
  harm: 'Whoever gets at the disk or at one of its snapshots reads the data.',
  remedy: 'Set `encrypted = true`, or encrypt every new disk of the region with `aws_ebs_encryption_by_default`.',
  links: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume#encrypted',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default',
  ],
  alsoKnownAs: {
    tfsec: ['aws-ebs-enable-volume-encryption'],
    trivy: ['AVD-AWS-0026', 'AWS-0026'],
    checkov: ['CKV_AWS_3'],
  },

  messages: {
    clear: '`{address}` is not encrypted',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
        }
      `,
      expect: 'clear',
      fixed: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
          encrypted         = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
          encrypted         = false
        }
      `,
      expect: 'clear',
      fixed: hcl`
        resource "aws_ebs_volume" "orders" {
          availability_zone = "eu-west-1a"
          size              = 50
          encrypted         = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_ebs_volume" "orders" {
        availability_zone = "eu-west-1a"
        size              = 50
        encrypted         = true
      }
    `,
    hcl`
      resource "aws_ebs_encryption_by_default" "this" {
        enabled = true
      }

      resource "aws_ebs_volume" "orders" {
        availability_zone = "eu-west-1a"
        size              = 50
      }
    `,
  ],

  evaluate: requireEncryption('clear', 'the volume is replaced'),
});
