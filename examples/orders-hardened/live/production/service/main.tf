data "terraform_remote_state" "shared" {
  for_each = toset(["network", "data"])

  backend = "s3"

  config = {
    bucket = "harrow-terraform-state"
    key    = "orders/production/${each.key}.tfstate"
    region = var.region
  }
}

locals {
  network = data.terraform_remote_state.shared["network"].outputs.network
  data    = data.terraform_remote_state.shared["data"].outputs.data
}

module "service" {
  source = "../../../stacks/service"

  environment     = var.environment
  network         = local.network
  data            = local.data
  certificate_arn = var.certificate_arn
  artifact_bucket = "harrow-artifacts-${var.region}"
  mail_domain     = var.mail_domain
  image_tags      = var.image_tags
  services        = var.services
  queues          = var.queues
  switches        = var.switches
  alarm_addresses = var.alarm_addresses

  deploys_from_github        = var.deploys_from_github
  carrier_cidrs              = var.carrier_cidrs
  edge_certificate_arn       = var.edge_certificate_arn
  warehouse_gateway_role_arn = var.warehouse_gateway_role_arn
  warehouse_authority_arn    = var.warehouse_authority_arn

}
