# Who touched which data. The trail of the organisation covers the rest.

data "aws_caller_identity" "current" {}

module "audit_logs" {
  source = "../../modules/bucket"

  name        = "${local.prefix}-audit"
  kms_key_arn = module.log_key.arn
  access_logs = { bucket = module.access_logs.id }

  policy_documents = [data.aws_iam_policy_document.trail_writes.json]
}

data "aws_iam_policy_document" "trail_writes" {
  statement {
    sid       = "TrailChecksAcl"
    actions   = ["s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::${local.prefix}-audit"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }

  statement {
    sid       = "TrailWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.prefix}-audit/AWSLogs/${data.aws_caller_identity.current.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}

module "trail_log_group" {
  source = "../../modules/log-group"

  name           = "/cloudtrail/${local.prefix}"
  retention_days = 365
  kms_key_arn    = module.log_key.arn
}

resource "aws_iam_role" "trail" {
  name = "${local.prefix}-trail"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudtrail.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "trail" {
  name = "write-log-group"
  role = aws_iam_role.trail.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${module.trail_log_group.arn}:*"
    }]
  })
}

resource "aws_cloudtrail" "data" {
  name                       = "${local.prefix}-data"
  s3_bucket_name             = module.audit_logs.id
  kms_key_id                 = module.log_key.arn
  is_multi_region_trail      = true
  enable_log_file_validation = true
  cloud_watch_logs_group_arn = "${module.trail_log_group.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn

  event_selector {
    include_management_events = false
    read_write_type           = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }

    data_resource {
      type   = "AWS::DynamoDB::Table"
      values = [module.table["orders"].arn]
    }
  }
}

resource "aws_athena_workgroup" "audit" {
  name = "${local.prefix}-audit"

  configuration {
    enforce_workgroup_configuration = true

    result_configuration {
      output_location = "s3://${module.audit_logs.id}/athena/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = module.log_key.arn
      }
    }
  }
}
