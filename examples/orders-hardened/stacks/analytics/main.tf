# What the analysts work with: order events flow in through Kafka, are kept in a lake, and come to rest in the warehouse.

locals {
  prefix = "harrow-${var.environment}"

  # Lists of names by what reads them, so that a grant is written once.
  lake_zones = {
    raw     = { expire_after_days = 90 }
    curated = {}
  }
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

module "key" {
  source = "../../modules/kms-key"

  name        = "${local.prefix}-analytics"
  description = "Lake, warehouse and streams, ${var.environment}"

  service_principals = [
    "eks.amazonaws.com",
    "elasticmapreduce.amazonaws.com",
    "es.amazonaws.com",
    "kafka.amazonaws.com",
    "redshift.amazonaws.com",
    "workspaces.amazonaws.com",
  ]
}

module "lake" {
  source   = "../../modules/bucket"
  for_each = local.lake_zones

  name        = "${local.prefix}-lake-${each.key}"
  kms_key_arn = module.key.arn
  access_logs = { bucket = var.access_log_bucket }

  lifecycle_rules = try({ everything = { expire_after_days = each.value.expire_after_days } }, {})
}

resource "aws_athena_database" "lake" {
  name   = replace("${local.prefix}-lake", "-", "_")
  bucket = module.lake["curated"].id

  encryption_configuration {
    encryption_option = "SSE_KMS"
    kms_key           = module.key.arn
  }
}

resource "aws_athena_workgroup" "team" {
  for_each = var.workgroups

  name = "${local.prefix}-${each.key}"

  configuration {
    enforce_workgroup_configuration = true
    bytes_scanned_cutoff_per_query  = each.value.limit_gib * pow(1024, 3)

    result_configuration {
      output_location = "s3://${module.lake["curated"].id}/results/${each.key}/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = module.key.arn
      }
    }
  }
}
