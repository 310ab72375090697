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
  scales_port     = var.scales_port
  pictures        = var.pictures
  tls_policy      = var.tls_policy
  strict_headers  = var.strict_headers
  allow_shells    = var.allow_shells

  container_insights  = var.container_insights
  deploys_from_github = var.deploys_from_github
  immutable_images    = var.immutable_images
  log_partner_api     = var.log_partner_api

  has_handhelds        = var.has_handhelds
  returns_api          = var.returns_api
  carriers             = var.carriers
  printer_image_owners = var.printer_image_owners
  encrypt_printers     = var.encrypt_printers
  keeps_old_printers   = var.keeps_old_printers
}
