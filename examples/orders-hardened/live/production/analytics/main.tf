data "terraform_remote_state" "shared" {
  for_each = toset(["network", "data"])

  backend = "s3"

  config = {
    bucket = "harrow-terraform-state"
    key    = "orders/production/${each.key}.tfstate"
    region = var.region
  }
}

module "analytics" {
  source = "../../../stacks/analytics"

  environment       = var.environment
  network           = data.terraform_remote_state.shared["network"].outputs.network
  access_log_bucket = data.terraform_remote_state.shared["data"].outputs.data.access_log_bucket
  log_key_arn       = data.terraform_remote_state.shared["data"].outputs.data.log_key_arn
  artifact_bucket   = "harrow-artifacts-${var.region}"
  directory_id      = var.directory_id
  workgroups        = var.workgroups
  warehouse         = var.warehouse
  kafka             = var.kafka
  emr               = var.emr
  search            = var.search
  desks             = var.desks
  image_reader_arns = var.image_reader_arns
}
