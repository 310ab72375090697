data "terraform_remote_state" "network" {
  backend = "s3"

  config = {
    bucket = "harrow-terraform-state"
    key    = "orders/production/network.tfstate"
    region = var.region
  }
}

module "data" {
  source = "../../../stacks/data"

  environment       = var.environment
  network           = data.terraform_remote_state.network.outputs.network
  tables            = var.tables
  orders_db         = var.orders_db
  reporting_db      = var.reporting_db
  sessions_cache    = var.sessions_cache
  catalogue         = var.catalogue
  backup_schedules  = var.backup_schedules
  partner_role_arns = var.partner_role_arns
}
