# Desktops for analysts who may not carry customer data on a laptop.

resource "aws_workspaces_workspace" "desk" {
  for_each = toset(var.desks)

  directory_id = var.directory_id
  bundle_id    = "wsb-8vbljg4r6"
  user_name    = each.key

  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
  volume_encryption_key          = module.key.arn

  workspace_properties {
    compute_type_name                         = "POWER"
    running_mode                              = "AUTO_STOP"
    running_mode_auto_stop_timeout_in_minutes = 60
    root_volume_size_gib                      = 175
    user_volume_size_gib                      = 100
  }
}
