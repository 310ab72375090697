locals {
  buckets = {
    # Invoices and delivery notes, kept as long as the tax office wants them.
    documents = {
      kms_key_arn = module.data_key.arn
      lifecycle_rules = {
        invoices = { prefix = "invoices/", archive_after_days = 180, expire_after_days = 3653 }
      }
    }

    # What the warehouse partner collects every morning.
    exports = {
      versioned        = false
      policy_documents = [data.aws_iam_policy_document.partner_reads_exports.json]
      lifecycle_rules = {
        everything = { expire_after_days = 14 }
      }
    }

    # Product pictures. CloudFront reads them with a signature, so no public access is needed any more.
    # TODO: drop the exception once the old shop is switched off.
    pictures = {
      block_public_access = !var.old_shop_reads_pictures
    }
  }
}

module "bucket" {
  source   = "../../modules/bucket"
  for_each = local.buckets

  name                = "${local.prefix}-${each.key}"
  versioned           = try(each.value.versioned, true)
  block_public_access = try(each.value.block_public_access, true)
  kms_key_arn         = try(each.value.kms_key_arn, null)
  lifecycle_rules     = try(each.value.lifecycle_rules, {})
  policy_documents    = try(each.value.policy_documents, [])
  access_logs         = { bucket = module.access_logs.id }
  force_destroy       = !var.protect_data
}

module "access_logs" {
  source = "../../modules/bucket"

  name                 = "${local.prefix}-access-logs"
  receives_access_logs = true
  force_destroy        = !var.protect_data

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

# Left over from before the bucket module. The returns desk drops scanned letters here with a desktop program.
resource "aws_s3_bucket" "returns_scans" {
  bucket = "${local.prefix}-returns-scans"
}

resource "aws_s3_bucket_ownership_controls" "returns_scans" {
  bucket = aws_s3_bucket.returns_scans.id

  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_acl" "returns_scans" {
  bucket = aws_s3_bucket.returns_scans.id
  acl    = "private"

  depends_on = [aws_s3_bucket_ownership_controls.returns_scans]
}

resource "aws_s3_bucket_public_access_block" "returns_scans" {
  bucket = aws_s3_bucket.returns_scans.id

  block_public_acls  = false
  ignore_public_acls = true
}

# Job advertisements. Personnel asked for "just a web page", and the name has to be the host name.
resource "aws_s3_bucket" "careers" {
  count = var.careers_host == null ? 0 : 1

  bucket = var.careers_host
}

resource "aws_s3_bucket_acl" "careers" {
  count = length(aws_s3_bucket.careers)

  bucket = aws_s3_bucket.careers[count.index].id
  acl    = "public-read"
}

resource "aws_s3_bucket_website_configuration" "careers" {
  count = length(aws_s3_bucket.careers)

  bucket = aws_s3_bucket.careers[count.index].id

  index_document {
    suffix = "index.html"
  }
}
