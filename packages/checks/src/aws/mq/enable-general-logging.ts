import { defineCheck, hcl } from '../../kit/index.ts';
import { switchLogOn } from './broker-logs.ts';

export default defineCheck({
  id: 'aws-mq-enable-general-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_mq_broker',

  title: 'Brokers of Amazon MQ should write a general log',
  why: 'The general log of a broker shows connections, failures and warnings. It has to be switched on.',
  harm: 'Faults and misuse of the broker are noticed late and cannot be looked into.',
  remedy: 'Add a `logs` block with `general = true`.',
  links: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker#logs',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0071', 'AWS-0071'],
    checkov: ['CKV_AWS_48'],
  },

  messages: {
    missing: '`{address}` does not set `general` in its `logs`, so it writes no log',
    disabled: '`{address}` switches its general log off',
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
            audit   = true
            general = false
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
    const setting = broker.attribute('logs.general');
    const truth = setting.truth();
    if (truth === 'unknown') report.undetermined({ at: setting });
    if (truth !== 'absent' && truth !== 'false') return;
    const fix = switchLogOn(broker, 'general');
    report.fail({ message: truth === 'absent' ? 'missing' : 'disabled', at: setting, fix });
  },
});
