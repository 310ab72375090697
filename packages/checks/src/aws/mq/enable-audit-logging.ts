import { defineCheck, hcl } from '../../kit/index.ts';
import { hasAuditLogs, switchLogOn } from './broker-logs.ts';

export default defineCheck({
  id: 'aws-mq-enable-audit-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_mq_broker',

  title: 'Brokers of Amazon MQ should write an audit log',
  why: 'The audit log of ActiveMQ tells who managed the broker, in the console or over JMX. It has to be switched on. RabbitMQ has no such log.',
  harm: 'Changes to the broker cannot be traced to whoever made them.',
  remedy: 'Add a `logs` block with `audit = true`.',
  links: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker#logs',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0070', 'AWS-0070'],
    checkov: ['CKV_AWS_197'],
  },

  messages: {
    missing: '`{address}` does not set `audit` in its `logs`, so nobody can tell who managed it',
    disabled: '`{address}` switches its audit log off',
  },

  examples: () => [
    {
      bad: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name        = "orders"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"

          user {
            username = "shop"
            password = var.password
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name        = "orders"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"

          user {
            username = "shop"
            password = var.password
          }

          logs {
            audit   = true
            general = true
          }
        }
      `,
    },
    {
      bad: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name        = "orders"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"

          user {
            username = "shop"
            password = var.password
          }

          logs {
            audit   = false
            general = true
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name        = "orders"
          engine_type        = "ActiveMQ"
          engine_version     = "5.18"
          host_instance_type = "mq.m5.large"

          user {
            username = "shop"
            password = var.password
          }

          logs {
            audit   = true
            general = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      variable "password" {
        type      = string
        sensitive = true
      }

      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"

        user {
          username = "shop"
          password = var.password
        }

        logs {
          audit   = true
          general = true
        }
      }
    `,
  ],

  evaluate(broker, report) {
    const isPossible = hasAuditLogs(broker);
    if (isPossible === 'false') return;
    const setting = broker.attribute('logs.audit');
    const truth = setting.truth();
    if (truth === 'true') return;
    if (isPossible === 'unknown') report.undetermined({ at: broker.attribute('engine_type') });
    else if (truth === 'unknown') report.undetermined({ at: setting });
    else {
      const fix = switchLogOn(broker, 'audit');
      report.fail({ message: truth === 'absent' ? 'missing' : 'disabled', at: setting, fix });
    }
  },
});
