import { defineCheck, edit, hcl } from '../../kit/index.ts';

const IN_TRANSIT = 'encryption_info.encryption_in_transit';

export default defineCheck({
  id: 'aws-msk-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_msk_cluster',

  title: 'MSK clusters should encrypt all traffic',
  why: 'MSK uses TLS between clients and brokers, and among the brokers, unless it is told otherwise. `TLS_PLAINTEXT` lets plain connections in beside encrypted ones, `PLAINTEXT` knows nothing else.',
  harm: 'Messages and passwords can be read and changed on their way.',
  remedy: 'Set `client_broker` to `TLS` and leave `in_cluster` on, or leave the block out.',
  links: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster#encryption_info-encryption_in_transit-argument-reference',
  ],
  alsoKnownAs: {
    tfsec: ['AWS022'],
    trivy: ['AVD-AWS-0073', 'AWS-0073'],
    checkov: ['CKV_AWS_81'],
  },
  providerFacts: [
    {
      version: 'aws 3 and later',
      fact: 'A missing `client_broker` means `TLS`. tfsec took it for `TLS_PLAINTEXT`, and reported clusters that were safe.',
    },
  ],

  messages: {
    plain: '`{address}` accepts clients without encryption (`{value}`)',
    brokers: '`{address}` switches encryption between its brokers off',
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

          encryption_info {
            encryption_in_transit {
              client_broker = "TLS_PLAINTEXT"
            }
          }
        }
      `,
      expect: 'plain',
      fixed: hcl`
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
            encryption_in_transit {
              client_broker = "TLS"
            }
          }
        }
      `,
    },
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

          encryption_info {
            encryption_in_transit {
              in_cluster = false
            }
          }
        }
      `,
      expect: 'brokers',
      fixed: hcl`
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
            encryption_in_transit {
              in_cluster = true
            }
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
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
          encryption_in_transit {
            client_broker = "TLS"
          }
        }
      }
    `,
    hcl`
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
  ],

  evaluate(cluster, report) {
    const clients = cluster.attribute(`${IN_TRANSIT}.client_broker`);
    const isPlain = clients.isOneOf(['TLS_PLAINTEXT', 'PLAINTEXT'], true);
    if (isPlain === 'unknown') report.undetermined({ at: clients });
    if (isPlain === 'true') {
      const fix = edit.setAttribute(cluster, `${IN_TRANSIT}.client_broker`, '"TLS"');
      report.fail({ message: 'plain', at: clients, fix: edit.withCaution(fix, 'clients without TLS are refused') });
    }

    const brokers = cluster.attribute(`${IN_TRANSIT}.in_cluster`);
    const isEncrypted = brokers.truth();
    if (isEncrypted === 'unknown') report.undetermined({ at: brokers });
    if (isEncrypted === 'false') {
      const fix = edit.setAttribute(cluster, `${IN_TRANSIT}.in_cluster`, 'true');
      report.fail({ message: 'brokers', at: brokers, fix: edit.withCaution(fix, 'the cluster is replaced') });
    }
  },
});
