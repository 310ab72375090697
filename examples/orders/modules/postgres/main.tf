module "security_group" {
  source = "../security-group"

  name         = "${var.name}-postgres"
  description  = "PostgreSQL ${var.name}"
  vpc_id       = var.vpc_id
  egress_cidrs = []

  ingress = {
    for name, cidr in var.client_cidrs : name => {
      description = "PostgreSQL from ${name}"
      port        = 5432
      cidr        = cidr
    }
  }
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  family      = "postgres${split(".", var.engine_version)[0]}"

  dynamic "parameter" {
    for_each = merge({ "rds.force_ssl" = "1" }, var.parameters)

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = var.instance_class

  db_name                             = var.database
  username                            = "${replace(var.name, "-", "_")}_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = var.iam_authentication

  allocated_storage     = var.storage_gib
  max_allocated_storage = var.storage_gib * 4
  storage_type          = "gp3"
  storage_encrypted     = var.kms_key_arn != null
  kms_key_id            = var.kms_key_arn

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  parameter_group_name   = aws_db_parameter_group.this.name
  vpc_security_group_ids = [module.security_group.id]
  publicly_accessible    = var.is_public

  backup_retention_period   = var.backup_days
  copy_tags_to_snapshot     = true
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !var.deletion_protection
  final_snapshot_identifier = var.deletion_protection ? "${var.name}-final" : null

  performance_insights_enabled    = var.performance_insights
  performance_insights_kms_key_id = var.performance_insights ? var.kms_key_arn : null
  monitoring_interval             = var.performance_insights ? 60 : 0
  monitoring_role_arn             = one(aws_iam_role.monitoring[*].arn)
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]

  auto_minor_version_upgrade = true
  apply_immediately          = !var.deletion_protection

  tags = var.tags
}

resource "aws_iam_role" "monitoring" {
  count = var.performance_insights ? 1 : 0

  name_prefix = "${var.name}-monitoring-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  count = length(aws_iam_role.monitoring)

  role       = aws_iam_role.monitoring[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}
