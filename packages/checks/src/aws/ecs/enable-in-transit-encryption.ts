import { defineCheck, eachBlock, hcl, requireOneOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-ecs-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_ecs_task_definition',

  title: 'EFS volumes of ECS tasks should encrypt their traffic',
  why: 'A task that mounts a file system of EFS reads and writes files over the network. This traffic is in clear unless the volume asks for encryption.',
  harm: 'Whoever listens on the network reads files, or changes them on their way.',
  remedy: 'Set `transit_encryption = "ENABLED"` in `efs_volume_configuration`.',
  links: [
    'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition#transit_encryption',
  ],
  alsoKnownAs: {
    tfsec: ['AWS096'],
    trivy: ['AVD-AWS-0035', 'AWS-0035'],
    checkov: ['CKV_AWS_97'],
  },

  messages: {
    missing: '`{address}` mounts an EFS volume without encryption of its traffic, which is the default',
    value: '`{address}` mounts an EFS volume with `transit_encryption` set to `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecs_task_definition" "shop" {
          family                = "shop"
          container_definitions = "[]"

          volume {
            name = "uploads"

            efs_volume_configuration {
              file_system_id = "fs-0123456789abcdef0"
            }
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_ecs_task_definition" "shop" {
          family                = "shop"
          container_definitions = "[]"

          volume {
            name = "uploads"

            efs_volume_configuration {
              file_system_id     = "fs-0123456789abcdef0"
              transit_encryption = "ENABLED"
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_ecs_task_definition" "shop" {
          family                = "shop"
          container_definitions = "[]"

          volume {
            name = "uploads"

            efs_volume_configuration {
              file_system_id     = "fs-0123456789abcdef0"
              transit_encryption = "DISABLED"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_ecs_task_definition" "shop" {
          family                = "shop"
          container_definitions = "[]"

          volume {
            name = "uploads"

            efs_volume_configuration {
              file_system_id     = "fs-0123456789abcdef0"
              transit_encryption = "ENABLED"
            }
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecs_task_definition" "shop" {
        family                = "shop"
        container_definitions = "[]"

        volume {
          name = "uploads"

          efs_volume_configuration {
            file_system_id     = "fs-0123456789abcdef0"
            transit_encryption = "ENABLED"
          }
        }

        volume {
          name      = "scratch"
          host_path = "/ecs/scratch"
        }
      }
    `,
  ],

  evaluate: eachBlock(
    'volume.efs_volume_configuration',
    requireOneOf('transit_encryption', ['ENABLED'], { absent: 'fails', fixTo: '"ENABLED"', ignoreCase: true }),
  ),
});
