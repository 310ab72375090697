locals {
  is_provisioned = var.capacity != null

  # DynamoDB wants an attribute for every key and nothing else.
  key_names = toset(compact(concat(
    [var.hash_key, var.range_key],
    flatten([for index in var.indexes : [index.hash_key, index.range_key]]),
  )))
}

resource "aws_dynamodb_table" "this" {
  name      = var.name
  hash_key  = var.hash_key
  range_key = var.range_key

  billing_mode   = local.is_provisioned ? "PROVISIONED" : "PAY_PER_REQUEST"
  read_capacity  = local.is_provisioned ? var.capacity.read : null
  write_capacity = local.is_provisioned ? var.capacity.write : null

  stream_enabled   = var.stream_view != null
  stream_view_type = var.stream_view

  deletion_protection_enabled = true

  dynamic "attribute" {
    for_each = local.key_names

    content {
      name = attribute.key
      type = lookup(var.key_types, attribute.key, "S")
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name            = global_secondary_index.key
      hash_key        = global_secondary_index.value.hash_key
      range_key       = global_secondary_index.value.range_key
      projection_type = global_secondary_index.value.projection
      read_capacity   = local.is_provisioned ? var.capacity.read : null
      write_capacity  = local.is_provisioned ? var.capacity.write : null
    }
  }

  dynamic "ttl" {
    for_each = var.ttl_attribute[*]

    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.kms_key_arn
  }

  tags = var.tags
}

resource "aws_appautoscaling_target" "read" {
  count = local.is_provisioned ? 1 : 0

  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.this.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = var.capacity.read
  max_capacity       = var.capacity.read * 10
}

resource "aws_appautoscaling_policy" "read" {
  count = length(aws_appautoscaling_target.read)

  name               = "${var.name}-read"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.read[0].service_namespace
  resource_id        = aws_appautoscaling_target.read[0].resource_id
  scalable_dimension = aws_appautoscaling_target.read[0].scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 70

    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}
