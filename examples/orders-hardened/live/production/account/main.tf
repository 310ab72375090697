module "account" {
  source = "../../../stacks/account"

  environment            = var.environment
  aggregated_account_ids = var.aggregated_account_ids
  groups                 = var.groups
  monitoring             = var.monitoring
}
