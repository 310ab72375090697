module "account" {
  source = "../../../stacks/account"

  environment            = var.environment
  trail                  = var.trail
  encrypt_alarms         = var.encrypt_alarms
  log_bucket_access      = var.log_bucket_access
  aggregated_account_ids = var.aggregated_account_ids
  aggregated_regions     = var.aggregated_regions
  passwords              = var.passwords
  groups                 = var.groups
  monitoring_keys        = var.monitoring_keys
  keeps_default_vpc      = var.keeps_default_vpc
  block_public_buckets   = var.block_public_buckets
}
