import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

const BROKER_LOGS = 'logging_info.broker_logs';
const TARGETS = ['cloudwatch_logs', 'firehose', 's3'] as const;

export default defineCheck({
  id: 'aws-msk-enable-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_msk_cluster',

  title: 'MSK clusters should keep the logs of their brokers',
  why: 'The logs of brokers show connections, refused log-ins and faults. MSK throws them away unless it is told where to send them: to CloudWatch, Firehose or S3.',
  harm: 'Misuse and faults of the cluster cannot be looked into afterwards.',
  remedy: 'Add a `logging_info` block that sends `broker_logs` to at least one place with `enabled = true`.',
  links: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster#logging_info-argument-reference',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0074', 'AWS-0074'],
    checkov: ['CKV_AWS_80'],
  },

  messages: {
    missing: '`{address}` sends the logs of its brokers nowhere',
    disabled: '`{address}` names places for the logs of its brokers and switches each of them off',
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
      expect: 'missing',
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

          logging_info {
            broker_logs {
              cloudwatch_logs {
                enabled   = false
                log_group = "orders"
              }
            }
          }
        }
      `,
      expect: 'disabled',
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudwatch_log_group" "orders" {
        name = "orders"
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

        logging_info {
          broker_logs {
            cloudwatch_logs {
              enabled   = true
              log_group = aws_cloudwatch_log_group.orders.name
            }
          }
        }
      }
    `,
  ],

  // No fix: somebody has to choose the place.
  evaluate(cluster, report) {
    const switches = TARGETS.map((target) => cluster.attribute(`${BROKER_LOGS}.${target}.enabled`));
    const isLogged = anyOf(switches.map((enabled) => enabled.truth()));
    if (isLogged === 'true') return;
    const undecided = switches.find((enabled) => enabled.truth() === 'unknown');
    const off = switches.find((enabled) => enabled.truth() === 'false');
    if (undecided !== undefined) report.undetermined({ at: undecided });
    else if (off === undefined) report.fail({ message: 'missing', at: cluster });
    else report.fail({ message: 'disabled', at: off });
  },
});
