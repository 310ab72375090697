import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

/** A workspace has two volumes, each with a switch of its own. */
const SWITCHES = ['root_volume_encryption_enabled', 'user_volume_encryption_enabled'].map((path) =>
  requireTrue(path, { caution: 'the workspace is replaced, and what is on its volumes is lost' }),
);

export default defineCheck({
  id: 'aws-workspaces-enable-disk-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_workspaces_workspace',

  title: 'Volumes of WorkSpaces should be encrypted',
  why: 'A virtual desktop has a volume for the system and one for the files of its user. Neither is encrypted unless asked for, and only when the desktop is made.',
  harm: 'Whoever reaches the storage or a snapshot reads what people keep on their desktops.',
  remedy:
    'Set `root_volume_encryption_enabled` and `user_volume_encryption_enabled` to `true`, and name a key as `volume_encryption_key`.',
  links: [
    'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace#root_volume_encryption_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AWS084', 'aws-workspace-enable-disk-encryption'],
    trivy: ['AVD-AWS-0109', 'AWS-0109'],
    checkov: ['CKV_AWS_155', 'CKV_AWS_156'],
  },

  messages: {
    missing: '`{address}` does not set `{path}`, which is off by default',
    disabled: '`{address}` sets `{path}` to `false`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_workspaces_workspace" "accounting" {
          directory_id = "d-0123456789"
          bundle_id    = "wsb-012345678"
          user_name    = "jane"
        }
      `,
      expect: ['missing', 'missing'],
      fixed: hcl`
        resource "aws_workspaces_workspace" "accounting" {
          directory_id                   = "d-0123456789"
          bundle_id                      = "wsb-012345678"
          user_name                      = "jane"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_workspaces_workspace" "accounting" {
          directory_id                   = "d-0123456789"
          bundle_id                      = "wsb-012345678"
          user_name                      = "jane"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_workspaces_workspace" "accounting" {
          directory_id                   = "d-0123456789"
          bundle_id                      = "wsb-012345678"
          user_name                      = "jane"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "desktops" {
        enable_key_rotation = true
      }

      resource "aws_workspaces_workspace" "accounting" {
        directory_id                   = "d-0123456789"
        bundle_id                      = "wsb-012345678"
        user_name                      = "jane"
        root_volume_encryption_enabled = true
        user_volume_encryption_enabled = true
        volume_encryption_key          = aws_kms_key.desktops.arn
      }
    `,
  ],

  evaluate(workspace, report) {
    for (const judge of SWITCHES) judge(workspace, report);
  },
});
