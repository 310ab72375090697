# What is sold, and what goes with what. Three databases, because three people chose one each.

resource "aws_db_subnet_group" "catalogue" {
  name       = "${local.prefix}-catalogue"
  subnet_ids = var.network.data_subnet_ids
}

module "catalogue_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-catalogue"
  description = "Databases of the catalogue"
  vpc_id      = var.network.vpc_id

  ingress = {
    for name, port in { mysql = 3306, mongo = 27017, gremlin = 8182, dax = 9111, memcached = 11211 } : name => {
      description             = "${name} from the VPC"
      port                    = port
      cidr                    = var.network.cidr
    }
  }
}

resource "aws_rds_cluster" "catalogue" {
  cluster_identifier          = "${local.prefix}-catalogue"
  engine                      = "aurora-mysql"
  engine_version              = "8.0.mysql_aurora.3.08.0"
  database_name               = "catalogue"
  master_username             = "catalogue"
  manage_master_user_password = true

  storage_encrypted         = true
  kms_key_id                = module.data_key.arn
  backup_retention_period   = var.catalogue.backup_days
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${local.prefix}-catalogue-final"

  db_subnet_group_name   = aws_db_subnet_group.catalogue.name
  vpc_security_group_ids = [module.catalogue_access.id]
}

resource "aws_rds_cluster_instance" "catalogue" {
  count = var.catalogue.instances

  identifier         = "${local.prefix}-catalogue-${count.index}"
  cluster_identifier = aws_rds_cluster.catalogue.id
  engine             = aws_rds_cluster.catalogue.engine
  instance_class     = var.catalogue.instance_class

  performance_insights_enabled    = true
  performance_insights_kms_key_id = module.data_key.arn
}

# Texts and pictures of the products, as the editors write them.
resource "aws_docdb_cluster" "content" {
  kms_key_id                      = module.data_key.arn
  cluster_identifier              = "${local.prefix}-content"
  master_username                 = "content"
  manage_master_user_password     = true
  storage_encrypted               = true
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
  db_subnet_group_name            = aws_db_subnet_group.catalogue.name
  vpc_security_group_ids          = [module.catalogue_access.id]
  skip_final_snapshot             = true
}

resource "aws_docdb_cluster_instance" "content" {
  identifier         = "${local.prefix}-content"
  cluster_identifier = aws_docdb_cluster.content.id
  instance_class     = "db.t4g.medium"
}

resource "aws_neptune_subnet_group" "related" {
  name       = "${local.prefix}-related"
  subnet_ids = var.network.data_subnet_ids
}

# Customers who bought this also bought that.
resource "aws_neptune_cluster" "related" {
  cluster_identifier                  = "${local.prefix}-related"
  engine                              = "neptune"
  storage_encrypted                   = true
  kms_key_arn                         = module.data_key.arn
  enable_cloudwatch_logs_exports      = ["audit"]
  neptune_subnet_group_name           = aws_neptune_subnet_group.related.name
  vpc_security_group_ids              = [module.catalogue_access.id]
  backup_retention_period             = 7
  skip_final_snapshot                 = true
  iam_database_authentication_enabled = true
}

resource "aws_neptune_cluster_instance" "related" {
  identifier         = "${local.prefix}-related"
  cluster_identifier = aws_neptune_cluster.related.id
  instance_class     = "db.t4g.medium"
}

resource "aws_dax_subnet_group" "carts" {
  name       = "${local.prefix}-carts"
  subnet_ids = var.network.data_subnet_ids
}

resource "aws_iam_role" "dax" {
  name = "${local.prefix}-dax"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "dax.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "dax" {
  name = "carts"
  role = aws_iam_role.dax.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
      Resource = module.table["carts"].arn
    }]
  })
}

resource "aws_dax_cluster" "carts" {
  cluster_name                     = "${local.prefix}-carts"
  iam_role_arn                     = aws_iam_role.dax.arn
  node_type                        = "dax.t3.small"
  replication_factor               = 1
  subnet_group_name                = aws_dax_subnet_group.carts.name
  security_group_ids               = [module.catalogue_access.id]
  cluster_endpoint_encryption_type = "TLS"

  server_side_encryption {
    enabled = true
  }
}

# Prices in all currencies, rebuilt every hour. A snapshot saves the first hour after a failure.
resource "aws_elasticache_cluster" "prices" {
  cluster_id               = "${local.prefix}-prices"
  engine                   = "redis"
  node_type                = "cache.t4g.micro"
  num_cache_nodes          = 1
  subnet_group_name        = aws_elasticache_subnet_group.sessions.name
  security_group_ids       = [module.sessions_access.id]
  snapshot_retention_limit = 1
}
