# What runs: the cluster, the services on it, and the queues between them.

locals {
  prefix = "harrow-${var.environment}"

  # Where every task may go: databases and endpoints inside the VPC, S3 and DynamoDB behind the gateways.
  endpoints = merge(
    {
      for name, port in { https = 443, efs = 2049, postgres = 5432, redis = 6379 } : name => {
        description             = "${name} inside the VPC"
        port                    = port
        cidr                    = var.network.cidr
      }
    },
    { for name, list in var.network.gateway_prefix_lists : name => { description = name, port = 443, prefix_list_id = list } },
  )
}

resource "aws_ecs_cluster" "this" {
  name = local.prefix

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_ecr_repository" "service" {
  for_each = var.services

  name                 = "${local.prefix}/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.data.data_key_arn
  }
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last thirty images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}

module "service" {
  source   = "../../modules/fargate-service"
  for_each = var.services

  name        = "${local.prefix}-${each.key}"
  image       = "${aws_ecr_repository.service[each.key].repository_url}:${lookup(var.image_tags, each.key, "latest")}"
  cpu         = each.value.cpu
  memory      = each.value.memory
  port        = each.value.port
  tasks       = each.value.tasks
  cluster_arn = aws_ecs_cluster.this.arn
  vpc_id      = var.network.vpc_id
  subnet_ids  = var.network.private_subnet_ids

  environment = merge(
    {
      ENVIRONMENT  = var.environment
      ORDERS_TABLE = var.data.tables["orders"].name
      EVENT_STREAM = var.data.event_stream_arn
      LOG_LEVEL    = var.environment == "production" ? "info" : "debug"
    },
    each.value.environment,
  )

  secrets          = { for name, secret in each.value.secrets : name => aws_secretsmanager_secret.this[secret].arn }
  egress           = merge(local.endpoints, { for name, address in each.value.calls : name => { description = name, port = 443, cidr = "${address}/32" } })
  policy_documents = [for name, document in local.task_policies : document if name == each.key]
  log_kms_key_arn  = var.data.log_key_arn

  load_balancer = each.value.paths == null ? null : {
    listener_arn      = aws_lb_listener.https.arn
    security_group_id = module.load_balancer_access.id
    priority          = each.value.priority
    paths             = each.value.paths
  }

  shared_volume = each.value.mounts_labels ? { file_system_id = var.data.label_file_system_id } : null
}

resource "aws_secretsmanager_secret" "this" {
  for_each = toset(flatten([for service in var.services : values(service.secrets)]))

  name       = "${local.prefix}/${each.key}"
  kms_key_id = var.data.data_key_arn
}

# Switches that operations flips without a release.
resource "aws_ssm_parameter" "switch" {
  for_each = var.switches

  name  = "/${local.prefix}/switches/${each.key}"
  type  = "String"
  value = each.value ? "on" : "off"
}
