module "orders_db" {
  source = "../../modules/postgres"

  name           = "${local.prefix}-orders"
  database       = "orders"
  instance_class = var.orders_db.instance_class
  storage_gib    = var.orders_db.storage_gib
  multi_az       = var.orders_db.multi_az
  backup_days    = var.orders_db.backup_days
  kms_key_arn    = module.data_key.arn

  vpc_id       = var.network.vpc_id
  subnet_ids   = var.network.data_subnet_ids
  client_cidrs = { vpc = var.network.cidr }

  parameters = {
    log_min_duration_statement = "500"
    log_connections            = "1"
  }
}

# A copy for the analysts, filled at night. They connect through the VPN of the office with their own tools.
module "reporting_db" {
  source = "../../modules/postgres"
  count  = var.reporting_db == null ? 0 : 1

  name           = "${local.prefix}-reporting"
  database       = "reporting"
  instance_class = var.reporting_db.instance_class
  multi_az       = false
  backup_days    = var.reporting_db.backup_days
  kms_key_arn    = module.data_key.arn

  vpc_id       = var.network.vpc_id
  subnet_ids   = var.network.data_subnet_ids
  client_cidrs = var.reporting_db.client_cidrs
}

resource "aws_elasticache_subnet_group" "sessions" {
  name       = "${local.prefix}-sessions"
  subnet_ids = var.network.data_subnet_ids
}

module "sessions_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-sessions"
  description = "Redis for sessions and carts"
  vpc_id      = var.network.vpc_id

  ingress = {
    vpc = { description = "Redis from the VPC", port = 6379, cidr = var.network.cidr }
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "${local.prefix}-sessions"
  description          = "Sessions and carts"
  engine               = "redis"
  node_type            = var.sessions_cache.node_type
  num_cache_clusters   = var.sessions_cache.nodes

  automatic_failover_enabled = var.sessions_cache.nodes > 1
  multi_az_enabled           = var.sessions_cache.nodes > 1
  at_rest_encryption_enabled = true
  kms_key_id                 = module.data_key.arn
  transit_encryption_enabled = true
  snapshot_retention_limit   = var.sessions_cache.snapshot_days

  subnet_group_name  = aws_elasticache_subnet_group.sessions.name
  security_group_ids = [module.sessions_access.id]
}
