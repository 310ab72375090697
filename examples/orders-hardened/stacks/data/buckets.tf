locals {
  buckets = {
    # Invoices and delivery notes, kept as long as the tax office wants them.
    documents = {
      lifecycle_rules = {
        invoices = { prefix = "invoices/", archive_after_days = 180, expire_after_days = 3653 }
      }
    }

    # What the warehouse partner collects every morning.
    exports = {
      policy_documents = [data.aws_iam_policy_document.partner_reads_exports.json]
      lifecycle_rules = {
        everything = { expire_after_days = 14 }
      }
    }

    # Product pictures and job advertisements. CloudFront reads them with a signature.
    pictures = {}
    careers  = {}

    # The returns desk drops scanned letters here with a desktop program.
    returns-scans = {}
  }
}

module "bucket" {
  source   = "../../modules/bucket"
  for_each = local.buckets

  name             = "${local.prefix}-${each.key}"
  kms_key_arn      = module.data_key.arn
  lifecycle_rules  = try(each.value.lifecycle_rules, {})
  policy_documents = try(each.value.policy_documents, [])
  access_logs      = { bucket = module.access_logs.id }
}

module "access_logs" {
  source = "../../modules/bucket"

  name                 = "${local.prefix}-access-logs"
  receives_access_logs = true

  lifecycle_rules = {
    old = { expire_after_days = 400 }
  }
}

data "aws_iam_policy_document" "partner_reads_exports" {
  statement {
    sid       = "PartnerCollects"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${local.prefix}-exports/outbox/*"]

    principals {
      type        = "AWS"
      identifiers = var.partner_role_arns
    }
  }
}
