import type { Piece } from './place.ts';

/** Buckets and tables. */
export const AWS_STORAGE: readonly [Piece, ...Piece[]] = [
  {
    blocks: 6,
    text: ({ label, shared, quotedName, slip, note, between }) => `${note(
      'Access goes through the gateway only, so nothing here is public.',
      'Kept as long as the tax office wants it.',
      'Written every night; see the runbook before you change the rules.',
    )}resource "aws_s3_bucket" "${label}" {
  bucket        = ${quotedName}
  force_destroy = ${shared.environment} == "sandbox"

  tags = merge(${shared.tags}, {
    Name = ${quotedName}
  })
}

resource "aws_s3_bucket_public_access_block" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  ${slip('block_public_acls       = true', 'block_public_acls       = false', 'aws-s3-block-public-acls')}
  block_public_policy     = true
  ignore_public_acls      = true
  ${slip('restrict_public_buckets = true', 'restrict_public_buckets = false', 'aws-s3-no-public-buckets')}
}

resource "aws_s3_bucket_versioning" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  versioning_configuration {
    ${slip('status = "Enabled"', 'status = "Suspended"', 'aws-s3-enable-versioning')}
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = ${shared.key}
    }
  }
}

resource "aws_s3_bucket_logging" "${label}" {
  bucket        = aws_s3_bucket.${label}.id
  target_bucket = ${shared.logBucket}
  target_prefix = "${label}/"
}

resource "aws_s3_bucket_lifecycle_configuration" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  dynamic "rule" {
    for_each = { drafts = ${between(7, 30)}, finished = ${between(90, 800)} }

    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = "\${rule.key}/"
      }

      expiration {
        days = rule.value
      }
    }
  }
}
`,
  },
  {
    blocks: 3,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
      pick,
    }) => `${note('One item for each change, newest first.', 'Read by the back office too.')}resource "aws_dynamodb_table" "${label}" {
  name         = ${quotedName}
  hash_key     = "id"
  range_key    = "${pick(['at', 'version', 'tenant'])}"
  billing_mode = ${shared.environment} == "production" ? "PROVISIONED" : "PAY_PER_REQUEST"

  dynamic "attribute" {
    for_each = toset(["id", "at", "version", "tenant"])

    content {
      name = attribute.key
      type = attribute.key == "at" ? "N" : "S"
    }
  }

  point_in_time_recovery {
    ${slip('enabled = true', 'enabled = false', 'aws-dynamodb-enable-recovery')}
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = ${shared.key}
  }

  tags = ${shared.tags}
}

resource "aws_appautoscaling_target" "${label}" {
  for_each = toset(["Read", "Write"])

  service_namespace  = "dynamodb"
  resource_id        = "table/\${aws_dynamodb_table.${label}.name}"
  scalable_dimension = "dynamodb:table:\${each.key}CapacityUnits"
  min_capacity       = 5
  max_capacity       = 5 * pow(2, 4)
}

resource "aws_appautoscaling_policy" "${label}" {
  for_each = aws_appautoscaling_target.${label}

  name               = format("%s-%s", ${quotedName}, lower(each.key))
  policy_type        = "TargetTrackingScaling"
  service_namespace  = each.value.service_namespace
  resource_id        = each.value.resource_id
  scalable_dimension = each.value.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 70

    predefined_metric_specification {
      predefined_metric_type = "DynamoDB\${each.key}CapacityUtilization"
    }
  }
}
`,
  },
];
