# Search over orders for customer service.

module "search_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-search"
  description = "Search domain"
  vpc_id      = var.network.vpc_id

  ingress = {
    https = { description = "HTTPS from the VPC", port = 443, cidr = var.network.cidr }
  }
}

module "search_log_group" {
  source   = "../../modules/log-group"
  for_each = toset(["audit", "slow"])

  name        = "/opensearch/${local.prefix}/${each.key}"
  kms_key_arn = var.log_key_arn
}

resource "aws_cloudwatch_log_resource_policy" "search" {
  policy_name = "${local.prefix}-search"

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = [for group in module.search_log_group : "${group.arn}:*"]
    }]
  })
}

resource "aws_opensearch_domain" "orders" {
  domain_name    = "${local.prefix}-orders"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    instance_type  = var.search.instance_type
    instance_count = var.search.nodes
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 50
  }

  vpc_options {
    subnet_ids         = slice(var.network.private_subnet_ids, 0, 1)
    security_group_ids = [module.search_access.id]
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = module.key.id
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }

  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = false

    master_user_options {
      master_user_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${local.prefix}-search-admin"
    }
  }

  dynamic "log_publishing_options" {
    for_each = { AUDIT_LOGS = "audit", SEARCH_SLOW_LOGS = "slow" }

    content {
      log_type                 = log_publishing_options.key
      cloudwatch_log_group_arn = module.search_log_group[log_publishing_options.value].arn
    }
  }
}
