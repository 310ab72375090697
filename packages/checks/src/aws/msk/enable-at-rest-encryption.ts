import { defineCheck, hcl } from '../../kit/index.ts';
import { requireCustomerKey } from '../customer-key.ts';

export default defineCheck({
  id: 'aws-msk-enable-at-rest-encryption',
  since: '1.0.0',
  // HIGH in tfsec, which took a cluster without a key for one without encryption. MSK encrypts every cluster.
  severity: 'LOW',
  resource: 'aws_msk_cluster',

  title: 'MSK clusters should be encrypted with a key of your own',
  why: 'MSK encrypts the disks of every cluster, by default with a key that AWS manages. Only a key of your own has a policy, a rotation and an audit trail that you control. It has to be chosen when the cluster is created.',
  harm: 'Nobody can restrict or trace who decrypts the data, nor withdraw the key in an emergency.',
  remedy: 'Set `encryption_at_rest_kms_key_arn` in the `encryption_info` block to the ARN of your key.',
  links: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster#encryption_info-argument-reference',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0179', 'AWS-0179'],
  },

  messages: {
    keyless: '`{address}` names no `encryption_at_rest_kms_key_arn`, so the key is managed by AWS',
    managed: '`{address}` uses the key that AWS manages, not one of your own',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_msk_cluster" "orders" {
          cluster_name           = "orders"
          kafka_version          = "3.8.x"
          number_of_broker_nodes = 3

          broker_node_group_info {
            instance_type   = "kafka.m7g.large"
            client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"]
            security_groups = ["sg-0123456789abcdef0"]
          }
        }
      `,
      expect: 'keyless',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_msk_cluster" "orders" {
        cluster_name           = "orders"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        broker_node_group_info {
          instance_type   = "kafka.m7g.large"
          client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"]
          security_groups = ["sg-0123456789abcdef0"]
        }

        encryption_info {
          encryption_at_rest_kms_key_arn = aws_kms_key.orders.arn
        }
      }
    `,
  ],

  // The provider's documentation calls the key of AWS `aws/msk`, KMS itself `aws/kafka`.
  evaluate: requireCustomerKey('encryption_info.encryption_at_rest_kms_key_arn', undefined),
});
