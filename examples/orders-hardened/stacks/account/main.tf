# What every account of ours begins with: a trail, a recorder, an analyser, and guards against habits.

locals {
  prefix = "harrow-${var.environment}"
}

data "aws_caller_identity" "current" {}

module "audit_key" {
  source = "../../modules/kms-key"

  name        = "${local.prefix}-account-audit"
  description = "Trail and recorder of the ${var.environment} account"

  service_principals = ["cloudtrail.amazonaws.com", "config.amazonaws.com", "logs.amazonaws.com", "sns.amazonaws.com"]
}

module "access_logs" {
  source = "../../modules/bucket"

  name                 = "${local.prefix}-account-access-logs"
  receives_access_logs = true

  lifecycle_rules = {
    old = { expire_after_days = 400 }
  }
}

module "trail_bucket" {
  source = "../../modules/bucket"

  name        = "${local.prefix}-account-trail"
  kms_key_arn = module.audit_key.arn
  access_logs = { bucket = module.access_logs.id }

  policy_documents = [data.aws_iam_policy_document.delivery.json]
}

# The same two statements for both services that deliver here.
data "aws_iam_policy_document" "delivery" {
  dynamic "statement" {
    for_each = {
      Trail    = "cloudtrail.amazonaws.com"
      Recorder = "config.amazonaws.com"
    }

    content {
      sid       = "${statement.key}ChecksAcl"
      actions   = ["s3:GetBucketAcl"]
      resources = ["arn:aws:s3:::${local.prefix}-account-trail"]

      principals {
        type        = "Service"
        identifiers = [statement.value]
      }
    }
  }

  statement {
    sid       = "ServicesWrite"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.prefix}-account-trail/*/AWSLogs/${data.aws_caller_identity.current.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com", "config.amazonaws.com"]
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

  name           = "/cloudtrail/${local.prefix}-account"
  retention_days = 365
  kms_key_arn    = module.audit_key.arn
  metric_filters = { for name, alarm in local.watched_events : name => { pattern = alarm.pattern, namespace = local.namespace } }
}

resource "aws_iam_role" "trail" {
  name = "${local.prefix}-account-trail"

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

resource "aws_cloudtrail" "account" {
  name                       = "${local.prefix}-account"
  s3_bucket_name             = module.trail_bucket.id
  s3_key_prefix              = "trail"
  kms_key_id                 = module.audit_key.arn
  is_multi_region_trail      = true
  enable_log_file_validation = true
  cloud_watch_logs_group_arn = "${module.trail_log_group.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn

  event_selector {
    include_management_events = true
    read_write_type           = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_accessanalyzer_analyzer" "account" {
  analyzer_name = local.prefix
  type          = "ACCOUNT"
}
