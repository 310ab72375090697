resource "aws_redshift_subnet_group" "this" {
  name       = "${local.prefix}-warehouse"
  subnet_ids = var.network.data_subnet_ids
}

module "warehouse_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-warehouse"
  description = "Redshift"
  vpc_id      = var.network.vpc_id

  ingress = {
    for name, cidr in var.warehouse.client_cidrs : name => {
      description = "Redshift from ${name}"
      port        = 5439
      cidr        = cidr
    }
  }
}

resource "aws_redshift_cluster" "this" {
  cluster_identifier = "${local.prefix}-warehouse"
  database_name      = "warehouse"
  node_type          = var.warehouse.node_type
  number_of_nodes    = var.warehouse.nodes
  cluster_type       = var.warehouse.nodes > 1 ? "multi-node" : "single-node"

  master_username        = "warehouse_admin"
  manage_master_password = true

  encrypted  = true
  kms_key_id = module.key.arn

  cluster_subnet_group_name           = aws_redshift_subnet_group.this.name
  vpc_security_group_ids              = [module.warehouse_access.id]
  publicly_accessible                 = false
  enhanced_vpc_routing                = true
  automated_snapshot_retention_period = 7
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "${local.prefix}-warehouse-final"
}
