import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-mq-no-public-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_mq_broker',

  title: 'Brokers of Amazon MQ should not be reachable from the internet',
  why: 'A publicly accessible broker has an address that everybody can reach. RabbitMQ brokers have no security groups then, so that passwords alone guard the queues.',
  harm: 'Anyone can try passwords and exploits against the broker, and read or forge messages with the right one.',
  remedy: 'Leave `publicly_accessible` out or set it to `false`, and reach the broker from inside its network.',
  links: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker#publicly_accessible',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0072', 'AWS-0072'],
    checkov: ['CKV_AWS_69'],
  },

  messages: {
    enabled: '`{address}` is reachable from the internet',
  },

  examples: () => [
    {
      bad: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name         = "orders"
          engine_type         = "ActiveMQ"
          engine_version      = "5.18"
          host_instance_type  = "mq.m5.large"
          publicly_accessible = true

          user {
            username = "shop"
            password = var.password
          }
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_mq_broker" "orders" {
          broker_name         = "orders"
          engine_type         = "ActiveMQ"
          engine_version      = "5.18"
          host_instance_type  = "mq.m5.large"
          publicly_accessible = false

          user {
            username = "shop"
            password = var.password
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
      }
    `,
  ],

  evaluate: forbidTrue('publicly_accessible', {
    caution: 'the broker is replaced, and clients on the internet lose it',
  }),
});
