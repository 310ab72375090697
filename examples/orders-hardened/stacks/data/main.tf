# Everything the order system remembers: tables, buckets, the relational databases, the cache, and the copies of them all.

locals {
  prefix = "harrow-${var.environment}"
}

module "data_key" {
  source = "../../modules/kms-key"

  name        = "${local.prefix}-data"
  description = "Customer data at rest, ${var.environment}"

  service_principals = ["backup.amazonaws.com", "dynamodb.amazonaws.com", "rds.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"]
}

module "log_key" {
  source = "../../modules/kms-key"

  name        = "${local.prefix}-logs"
  description = "Log groups and trails, ${var.environment}"

  service_principals = ["cloudtrail.amazonaws.com", "logs.amazonaws.com"]
}

module "table" {
  source   = "../../modules/table"
  for_each = var.tables

  name          = "${local.prefix}-${each.key}"
  hash_key      = each.value.hash_key
  range_key     = each.value.range_key
  key_types     = each.value.key_types
  indexes       = each.value.indexes
  capacity      = each.value.capacity
  stream_view   = each.value.stream_view
  ttl_attribute = each.value.ttl_attribute
  kms_key_arn   = module.data_key.arn

  tags = { data-class = each.value.personal ? "personal" : "internal" }
}

# Requests that were already answered, for a day. Losing it costs a few duplicate receipts.
resource "aws_dynamodb_table" "idempotency" {
  name         = "${local.prefix}-idempotency"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "request_id"

  attribute {
    name = "request_id"
    type = "S"
  }

  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = module.data_key.arn
  }
}

resource "aws_kinesis_stream" "order_events" {
  name             = "${local.prefix}-order-events"
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = module.data_key.id

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_dynamodb_kinesis_streaming_destination" "orders" {
  stream_arn = aws_kinesis_stream.order_events.arn
  table_name = module.table["orders"].name
}

resource "aws_efs_file_system" "labels" {
  creation_token = "${local.prefix}-labels"
  encrypted      = true
  kms_key_id     = module.data_key.arn

  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }

  tags = { Name = "Shipping labels waiting for the printer" }
}

resource "aws_efs_mount_target" "labels" {
  count = length(var.network.private_subnet_ids)

  file_system_id = aws_efs_file_system.labels.id
  subnet_id      = var.network.private_subnet_ids[count.index]
}
