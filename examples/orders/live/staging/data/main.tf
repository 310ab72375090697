data "terraform_remote_state" "network" {
  backend = "s3"

  config = {
    bucket = "harrow-terraform-state"
    key    = "orders/staging/network.tfstate"
    region = var.region
  }
}

module "data" {
  source = "../../../stacks/data"

  environment             = var.environment
  network                 = data.terraform_remote_state.network.outputs.network
  protect_data            = var.protect_data
  tables                  = var.tables
  orders_db               = var.orders_db
  reporting_db            = var.reporting_db
  sessions_cache          = var.sessions_cache
  catalogue               = var.catalogue
  backup_schedules        = var.backup_schedules
  careers_host            = var.careers_host
  partner_role_arns       = var.partner_role_arns
  encrypt_events          = var.encrypt_events
  encrypt_shared_files    = var.encrypt_shared_files
  rotate_keys             = var.rotate_keys
  validate_trail          = var.validate_trail
  old_shop_reads_pictures = var.old_shop_reads_pictures
}
