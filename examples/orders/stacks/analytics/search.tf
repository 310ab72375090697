# Search over orders for customer service, and over log lines for everybody else.

module "search_access" {
  source = "../../modules/security-group"

  name         = "${local.prefix}-search"
  description  = "Search domains"
  vpc_id       = var.network.vpc_id
  egress_cidrs = []

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
    enabled = var.search.encrypt_between_nodes
  }

  domain_endpoint_options {
    enforce_https       = var.search.https_only
    tls_security_policy = var.search.tls_policy
  }

  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = false

    master_user_options {
      master_user_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${local.prefix}-search-admin"
    }
  }

  dynamic "log_publishing_options" {
    for_each = var.search.logs

    content {
      log_type                 = log_publishing_options.key
      cloudwatch_log_group_arn = module.search_log_group[log_publishing_options.value].arn
    }
  }
}

# The old log search, on a version that cannot be upgraded in place.
resource "aws_elasticsearch_domain" "logs" {
  count = var.keeps_log_search ? 1 : 0

  domain_name           = "${local.prefix}-logs"
  elasticsearch_version = "6.8"

  cluster_config {
    instance_type = "m5.large.elasticsearch"
  }

  ebs_options {
    ebs_enabled = true
    volume_size = 100
  }

  vpc_options {
    subnet_ids         = slice(var.network.private_subnet_ids, 0, 1)
    security_group_ids = [module.search_access.id]
  }
}
